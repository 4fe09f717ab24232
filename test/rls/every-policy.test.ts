import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { sharedDatabase, trial } from '../support/database.ts';
import { classesOfTables, type TableClasses } from './classes-of-tables.data.ts';

const database = sharedDatabase();

type Policy = {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly permissive: boolean;
  readonly using: string | null;
  readonly check: string | null;
};
let policies: readonly Policy[] = [];

beforeAll(() =>
  trial(database(), async ({ tx }) => {
    const found = await sql<Policy>`
      select tablename as table, policyname as name, cmd as command, permissive = 'PERMISSIVE' as permissive,
        qual as using, with_check as check
      from pg_policies where schemaname = 'public' and 'foothold_staff' = any (roles) order by 1, 2`.execute(
      tx,
    );
    policies = found.rows;
  }),
);

// What belongs to no service: codes, rules and what others publish.
const isForAll = ({ name, using }: Policy) =>
  name === 'everyone_reads' && (using === 'true' || using === '(service_id IS NULL)');
const ownService =
  /^\(*(service_id|id) = \( SELECT (my_service\(\)|service_may_read\('RC\d+[A-Z]?'::text\)) AS \w+\)\)*/;

/** The signs at the outermost level of a condition: what is said there holds for every row. */
function outermost(condition: string): string[] {
  let depth = 0;
  const found: string[] = [];
  const inside = condition.replace(/^\((.*)\)$/s, '$1');
  for (const [word] of (/^\(\(/.test(condition) ? inside : condition).matchAll(
    /'[^']*'|[()]|\b(AND|OR)\b/g,
  )) {
    if (word === '(') depth += 1;
    else if (word === ')') depth -= 1;
    else if (depth === 0 && !word.startsWith("'")) found.push(word);
  }
  return found;
}

// A file's content is read through the file, which is of one service itself.
const throughItsFile =
  /^\(EXISTS \( SELECT 1\s+FROM child_file f\s+WHERE \(\(f.service_id = child_file_content.service_id\) AND /;

const keepsToOwnService = (condition: string) =>
  (ownService.test(condition) || throughItsFile.test(condition)) &&
  !outermost(condition).includes('OR');

it('whatever else a policy asks, it shows and changes rows of one’s own service alone', () => {
  const wrong = policies
    .filter((each) => each.permissive && !isForAll(each))
    .filter(({ using }) => using !== null && !keepsToOwnService(using));
  expect(wrong.map(({ table, name }) => `${table} ${name}`)).toEqual([]);
});

it('nobody adds a row to another service, nor gives theirs to one', async () => {
  const moves = await grants('service_id', 'UPDATE');
  const wrong = policies
    .filter((each) => each.permissive && each.check !== null)
    .filter(({ command, table }) => command === 'INSERT' || moves.has(table))
    .filter(({ check }) => !keepsToOwnService(check ?? ''));
  expect(wrong.map(({ table, name }) => `${table} ${name}`)).toEqual([]);
});

it('being hidden from somebody is never a reason to see a child’s rows, and being theirs never one not to', () => {
  const wrong = policies.filter(({ using, check }) => {
    const text = `${using} ${check}`.replaceAll(/\s+/g, ' ');
    const hides = [
      ...text.matchAll(
        /(NOT )?\((?:\w+\.)?\w+ IN \( SELECT \w+\.?\w* FROM (hidden_children|unseen_children)\(\)/g,
      ),
    ];
    const shows = [
      ...text.matchAll(
        /(NOT )?\((?:\w+\.)?\w+ IN \( SELECT \w+\.?\w* FROM (my_children|my_panels|my_team\w*)\(\)/g,
      ),
    ];
    return hides.some(([, not]) => !not) || shows.some(([, not]) => not);
  });
  expect(wrong.map(({ table, name }) => `${table} ${name}`)).toEqual([]);
});

it('each table is read, written and looked back on by those who may open its classes, and allows what it should', async () => {
  const may = {
    read: await grants('%', 'SELECT'),
    add: await grants('%', 'INSERT'),
    change: await grants('%', 'UPDATE'),
    delete: await grants('%', 'DELETE'),
  };
  const histories = await history();
  const found: Record<string, TableClasses> = {};
  for (const [table, own] of Map.groupBy(policies, ({ table }) => table))
    found[table] = {
      read: classesIn(own.filter(({ command }) => command === 'SELECT')),
      write: classesIn(own.filter(({ command }) => command !== 'SELECT')),
      history: histories.get(table) ?? '',
      may: Object.entries(may)
        .filter(([, tables]) => tables.has(table))
        .map(([what]) => what)
        .join(' '),
    };
  expect(found).toEqual(classesOfTables);
});

/** What is written once: whose a row is, what it is about, and what was said in it when it was made. */
const writtenOnce: Readonly<Record<string, string>> = {
  access_notice: 'kind what record_number about_staff done_by for_staff for_permission',
  audit_case: 'audit_id worker_id disposal position',
  audit_feedback: 'case_id worker_id judgements strengths learning',
  audit_judgement: 'case_id reading_id reader_id key_question',
  audit_moderation: 'audit_id case_id key_question',
  audit_reading: 'audit_id case_id reading',
  break_glass: 'staff_id reason starts_at ends_at',
  change_proposed: 'type about_table about_id noticed_on',
  child_file: 'record_class bytes',
  decision: 'about_table about_id question rationale outcome decided_on decided_by',
  gate_exception: 'gate requirement about_id reason recorded_on',
  information_request: 'agency record_class',
  inspection_evidence: 'inspection_id',
  inspection_panel: 'inspection_id',
  inspection_point: 'inspection_id',
  inspection_rating: 'inspection_id',
  inspection_recommendation: 'inspection_id',
  inspection_text: 'inspection_id',
  relationship: 'staff_id kind starts_at reason',
  sent_form: 'staff_id',
  work_step: 'kind about_table about_id begun_on',
};

it('nobody writes anew whose a row is, what it is about or what was said when it was made, nor moves it to another', () =>
  trial(database(), async ({ tx }) => {
    const { rows } = await sql<{ name: string; stays: boolean | null }>`
      select format('%s %s', once.key, its.name) as name,
        case when exists (select 1 from pg_attribute where attrelid = once.key::regclass and attname = its.name)
          then not has_column_privilege('foothold_staff', once.key, its.name, 'UPDATE') end as stays
      from jsonb_each_text(${JSON.stringify(writtenOnce)}::jsonb) as once, string_to_table(once.value, ' ') as its (name)`.execute(
      tx,
    );
    expect(rows.filter(({ stays }) => !stays)).toEqual([]);
  }));

const classesIn = (some: readonly Policy[]) =>
  [
    ...new Set(
      some
        .flatMap(({ using, check }) => [...`${using} ${check}`.matchAll(/'(RC\d+[A-Z]?)'/g)])
        .map(([, name]) => name),
    ),
  ]
    .sort()
    .join(' ');

/** The tables of which people may do something with a column. */
async function grants(column: string, privilege: string): Promise<ReadonlySet<string>> {
  const tables = new Set<string>();
  await trial(database(), async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.column_privileges
      where grantee = 'foothold_staff' and privilege_type = ${privilege} and column_name like ${column}
      union select table_name from information_schema.table_privileges
      where grantee = 'foothold_staff' and privilege_type = ${privilege}`.execute(tx);
    for (const { name } of rows) tables.add(name);
  });
  return tables;
}

/** The class that reads what a table's rows were before. */
async function history(): Promise<ReadonlyMap<string, string>> {
  const classes = new Map<string, string>();
  await trial(database(), async ({ tx }) => {
    const { rows } = await sql<{ name: string; class: string }>`
      select tgrelid::regclass::text as name, replace(encode(tgargs, 'escape'), '\\000', '') as class
      from pg_trigger where tgname = 'z_history'`.execute(tx);
    for (const row of rows) classes.set(row.name, row.class);
  });
  return classes;
}

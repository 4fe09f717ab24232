import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { layAudit } from '../support/audits.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { layFour } from '../support/four-children.ts';
import { layPanel } from '../support/panel-rows.ts';
import { allowed, policyQuestions } from '../support/policy-questions.ts';
import type { Row } from '../support/random-rows.ts';

const database = sharedDatabase();
// Between them they hold nearly every permission that a policy asks for.
const people = [
  'ama-lovelock',
  'marguerite-oyelaran',
  'philippa-standfast',
  'quentin-larkin',
  'desmond-plumb',
  'ursula-peaceful',
];

type Rows = Readonly<Record<string, readonly Row[]>>;

/** All that stands in the service, by table: what a child's record is made of, and what it hangs on. */
async function rowsOfService(tx: Tx): Promise<Rows> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'service_id'
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('staff', 'team', 'service', 'duty', 'duty_stale', 'merged_row')
    order by 1`.execute(tx);
  const found: Record<string, Row[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(t) as row from ${sql.table(name)} t where service_id = ${serviceId} order by t::text limit 16`.execute(
      tx,
    );
    if (rows.length > 0) found[name] = rows.map(({ row }) => row);
  }
  return found;
}

/** The same rows as another service might have them: under the same ids, each with what another row of its table says. */
const muddled = (rows: readonly Row[]): Row[] =>
  rows.map((row, at) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value], column) => [
        name,
        name === 'id' ? value : rows[(at + column + 1) % rows.length]?.[name],
      ]),
    ),
  );

/** What the functions that people may run say about each of these rows, and about all of them together. */
async function answers(tx: Tx, functions: readonly Asked[], rows: Rows): Promise<string[]> {
  const found: string[] = [];
  for (const { name, types, reads } of functions) {
    const ids = [
      ...new Set(
        reads.flatMap((table) =>
          (rows[table] ?? []).map(({ id }) => String(id)).filter((id) => id.length === 36),
        ),
      ),
    ];
    const one = sql`unnest(${`{${ids.join(',')}}`}::uuid[]) as asked (id)`;
    const given = types.map((type) =>
      type === 'uuid'
        ? sql`asked.id`
        : type === 'uuid[]'
          ? sql`${`{${ids.join(',')}}`}::uuid[]`
          : type === 'date'
            ? sql`'2026-01-01'::date`
            : sql`null`,
    );
    const from = types.includes('uuid') ? one : sql`(values (1)) as asked (id)`;
    const said = await sql<{ said: string | null }>`
      select string_agg(asked.id::text || answer::text, ' ' order by asked.id::text, answer::text) as said
      from ${from} cross join lateral ${sql.id(name)}(${sql.join(given)}) answer`.execute(tx);
    found.push(`${name} ${said.rows[0]?.said}`);
  }
  return found;
}

type Asked = {
  readonly name: string;
  readonly types: readonly string[];
  readonly reads: readonly string[];
};

/** The functions that people run, which change nothing and are asked of rows by their ids; and the tables that each reads. */
async function functionsOfPeople(tx: Tx): Promise<readonly Asked[]> {
  const { rows } = await sql<Asked>`
    select p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes) t) as types,
      array(select c.relname::text from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and (c.relname in ('child', 'audit', 'audit_case') or p.prosrc ~ ('\\m' || c.relname || '\\M'))) as reads
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.provolatile in ('s', 'i') and p.prokind = 'f'
      and has_function_privilege('foothold_staff', p.oid, 'execute')
      and (p.prosecdef or p.prosrc ~ '\\mfrom\\M') and p.proname not like 'gtrgm%'
      and not exists (select 1 from unnest(p.proargtypes) t where format_type(t, null) not in ('uuid', 'uuid[]', 'date'))
      and cardinality(p.proargtypes::oid[]) <= 2
    order by 1`.execute(tx);
  return rows;
}

it(
  'nothing that another service writes, under whatever ids, changes what anybody here sees, does or is told',
  () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      await sql`select set_config('test.two_services', 'off', true)`.execute(tx);
      const { children } = await layFour(tx);
      await layPanel(tx);
      await layAudit(tx, children.open, { first: 'desmond-plumb', second: 'edith-fairlamp' });
      const rows = await rowsOfService(tx);
      const questions = (await policyQuestions(tx)).filter(({ table }) => rows[table]);
      const functions = await functionsOfPeople(tx);
      const ask = async () => {
        const found: Record<string, unknown> = {};
        for (const code of people) {
          await become(code);
          found[code] = [
            Object.fromEntries(await allowed(tx, questions, rows)),
            await answers(tx, functions, rows),
          ];
          await becomeOwner();
        }
        return found;
      };
      const alone = await ask();
      for (const [table, its] of Object.entries(rows))
        await sql`select other_service.take(${table}, ${JSON.stringify(muddled(its))}::jsonb)`.execute(
          tx,
        );
      await sql`select other_service.take('relationship', ${JSON.stringify(tiesOfAll(Object.values(children)))}::jsonb),
      other_service.take('restricted_record', ${JSON.stringify(sealsOfAll(Object.values(children)))}::jsonb)`.execute(
        tx,
      );
      expect(await ask()).toEqual(alone);
    }),
  240_000,
);

const hour = 3_600_000;
const tiesOfAll = (children: readonly string[]) =>
  children.flatMap((child_id) =>
    people.flatMap((code) =>
      ['named-list', 'allocated', 'panel', 'sample'].map((kind) => ({
        id: newId(),
        child_id,
        staff_id: staffId(code),
        kind,
        starts_at: new Date(Date.now() - hour),
        ends_at: new Date(Date.now() + hour),
        reason: 'Theirs',
        conflict_check: 'not-checked',
        version: 1,
        created_at: new Date(),
      })),
    ),
  );
const sealsOfAll = (children: readonly string[]) =>
  children.map((child_id) => ({
    id: newId(),
    child_id,
    reason: 'child-of-staff',
    detail: 'Theirs',
    starts_on: '2026-01-01',
    version: 1,
    created_at: new Date(),
  }));

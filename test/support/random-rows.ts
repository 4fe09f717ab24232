import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId } from './database.ts';

export type Column = {
  readonly name: string;
  readonly type: string;
  readonly must: boolean;
  readonly has_default: boolean;
  readonly parent: string | null;
  readonly pool: readonly string[] | null;
};
export type Row = Record<string, unknown>;

/** A number below a limit, by turns of one seed. */
function drawn(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** The tables whose rows are a child's, what others hang on first. */
async function tablesOfChildren(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; parents: readonly string[] }>`
    select t.name, array(select l.parent from links_of_children() l where l.name = t.name and l.parent <> t.name) as parents
    from tables_of_children() t where t.name <> 'child_merge'`.execute(tx);
  const sorted: string[] = [];
  while (sorted.length < rows.length) {
    const next = rows.filter(
      ({ name, parents }) =>
        !sorted.includes(name) && parents.every((parent) => sorted.includes(parent)),
    );
    if (next.length === 0) throw new Error('Tables hang on each other');
    sorted.push(...next.map(({ name }) => name));
  }
  // What is about a row comes after all that it may be about.
  const late = [
    'decision',
    'escalation',
    'disposal',
    'police_notice',
    'outcome_condition',
    'gate_exception',
    'oversight_entry',
    'action',
    'correction',
    'change_proposed',
    'work_step',
  ];
  const about = (name: string) => (late.includes(name) ? late.indexOf(name) + 1 : 0);
  return sorted.sort((a, b) => about(a) - about(b) || sorted.indexOf(a) - sorted.indexOf(b));
}

/** Lets any value stand in these tables until the trial ends: what is random keeps no rule across columns. Before any row is laid. */
export async function freeOfRules(tx: Tx, tables: readonly string[]): Promise<void> {
  const { rows } = await sql<{ text: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as text from pg_constraint
    where contype = 'c' and conrelid::regclass::text = any (${`{${tables.join(',')}}`}::text[])`.execute(
    tx,
  );
  for (const { text } of rows) await sql.raw(text).execute(tx);
}

/** The columns of a table, each with the row it must name and the few words it may be, if the database says so. */
export async function columnsOf(tx: Tx, table: string): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as must, a.atthasdef as has_default,
      (select c.confrelid::regclass::text from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid and c.conkey[2] = a.attnum limit 1) as parent,
      (select array(select m[1] from regexp_matches(pg_get_constraintdef(c.oid), '''([^'']+)''::text', 'g') m) from pg_constraint c
        where c.contype = 'c' and c.conrelid = a.attrelid and c.conkey = array[a.attnum] and pg_get_constraintdef(c.oid) ~ 'ANY \\(ARRAY' limit 1) as pool
    from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`.execute(tx);
  return rows;
}

type Laid = Record<string, { readonly id: string; readonly child: string }[]>;
export type Laying = {
  readonly tx: Tx;
  readonly draw: (below: number) => number;
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  readonly laid: Laid;
  readonly children: readonly string[];
  readonly staff: readonly string[];
  /** Rows of the service that a child's row must name, by table. */
  readonly service: Readonly<Record<string, Row>>;
};

/** What random rows are laid from: the tables of children (or some of them), free of rules, and the rows of the service that they name. */
export async function laying(
  tx: Tx,
  seed: number,
  staff: readonly string[],
  only?: readonly string[],
) {
  const all = await tablesOfChildren(tx);
  const tables = only ? all.filter((table) => only.includes(table)) : all;
  const columns = new Map<string, readonly Column[]>();
  for (const table of [...tables, 'child_distinction'])
    columns.set(table, await columnsOf(tx, table));
  await freeOfRules(tx, [...tables, 'child_distinction', 'audit', 'panel']);
  const { rows } = await sql<{ id: string; version: string }>`
    select id, version from assessment_template limit 1`.execute(tx);
  const service: Record<string, Row> = { assessment_template: rows[0] ?? {} };
  const lay = { tx, draw: drawn(seed), columns, laid: {} as Laid, staff, service };
  for (const table of ['audit', 'panel', 'referral_import', 'court_register']) {
    columns.set(table, await columnsOf(tx, table));
    const id = await layRandomRow({ ...lay, children: [] }, table, '');
    service[table] = { id };
  }
  return { lay, tables };
}

/** A random row of a child, if there is what it must hang on. */
export function randomRow(lay: Laying, table: string, child: string): Row | null {
  const { draw, columns, laid } = lay;
  const row: Row = {};
  for (const column of columns.get(table) ?? []) {
    const value = valueFor(lay, table, child, column);
    if (value === undefined) return null;
    if (value !== useDefault) row[column.name] = value;
  }
  const ofTable = tableTold[table];
  if (!ofTable) return row;
  const names = Object.keys(laid).filter(
    (name) =>
      (ofTable.of === null || ofTable.of.includes(name)) &&
      laid[name]?.some((one) => one.child === child),
  );
  const about = names[draw(names.length)];
  const rows = laid[about ?? '']?.filter((one) => one.child === child) ?? [];
  if (!about || rows.length === 0) return null;
  return { ...row, [ofTable.table]: about, [ofTable.id]: rows[draw(rows.length)]?.id };
}

/** Lays a random row of a child; its id. */
export async function layRandomRow(
  lay: Laying,
  table: string,
  child: string,
  at?: Date,
): Promise<string | null> {
  const { tx, columns, laid } = lay;
  const row = randomRow(lay, table, child);
  if (!row) return null;
  if (at && columns.get(table)?.some(({ name }) => name === 'created_at')) row.created_at = at;
  const id = await putRow(tx, table, row);
  if (id && 'id' in row) laid[table] = [...(laid[table] ?? []), { id, child }];
  return id;
}

/** Lays a row unless something stands in its place; its id. */
export async function putRow(tx: Tx, table: string, row: Row): Promise<string | null> {
  const names = Object.keys(row);
  const { rows } = await sql<{ id: string }>`
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map((name) => sql.ref(name)))} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)
    on conflict do nothing returning ${sql.raw('id' in row ? 'id' : 'service_id as id')}`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}

const useDefault = Symbol('the database’s own');
const tableTold: Readonly<
  Record<string, { table: string; id: string; of: readonly string[] | null }>
> = {
  action: { table: 'about_table', id: 'about_id', of: ['plan_line', 'review'] },
  decision: { table: 'about_table', id: 'about_id', of: ['panel_item'] },
  gate_exception: { table: 'about_table', id: 'about_id', of: null },
  oversight_entry: { table: 'about_table', id: 'about_id', of: null },
  change_proposed: {
    table: 'about_table',
    id: 'about_id',
    of: ['child_address', 'warning', 'contact', 'plan_line'],
  },
  work_step: {
    table: 'about_table',
    id: 'about_id',
    of: ['referral', 'disposal', 'police_notice'],
  },
  correction: {
    table: 'table_name',
    id: 'row_id',
    of: ['contact', 'partner_note', 'referral', 'hearing'],
  },
};
const toChild = ['known_child_id', 'other_child_id', 'resolved_child_id'];
const few = ['police', 'school', 'parent'];

function valueFor(lay: Laying, table: string, child: string, column: Column): unknown {
  const { draw, laid, children, staff, service } = lay;
  const { name, type, must, parent, pool } = column;
  if (name === 'service_id') return serviceId;
  if (name === 'id') return type === 'uuid' ? newId() : draw(1000);
  if (name === 'child_id') return child;
  if (['version', 'created_at'].includes(name) && column.has_default) return useDefault;
  const told = tableTold[table];
  if (told && (name === told.table || name === told.id)) return useDefault;
  // Whoever covers a hearing sees its child: that is laid down, and not by chance.
  if (name === 'covered_by') return null;
  if (toChild.includes(name)) {
    const others = children.filter((one) => one !== child);
    return draw(2) === 0 && !must ? null : others[draw(others.length)];
  }
  if (name === 'template_id') return service.assessment_template?.id;
  if (name === 'template_version') return service.assessment_template?.version;
  if (parent === 'staff') return must || draw(2) === 0 ? staff[draw(staff.length)] : null;
  if (parent === table || (name === 'import_id' && !must)) return null;
  if (parent && service[parent]) return service[parent]?.id ?? null;
  if (parent && parent !== 'child') {
    const rows = laid[parent]?.filter((one) => one.child === child) ?? [];
    if (rows.length > 0 && (must || draw(3) > 0)) return rows[draw(rows.length)]?.id;
    return must ? undefined : null;
  }
  if (name === 'label') return `Victim ${'ABCDEFGH'[draw(8)]}`;
  if (name === 'valid_to' || name === 'ended_on' || name === 'ends_at')
    return !must && draw(2) === 0 ? null : '2027-01-01';
  if (pool && pool.length > 0) return pool[draw(pool.length)];
  // Duties are worked out of texts that stand together.
  if (!must && type !== 'text' && draw(3) === 0) return null;
  return byType(type, draw);
}

function byType(type: string, draw: (below: number) => number): unknown {
  if (type === 'text') return few[draw(few.length)];
  if (type === 'boolean') return draw(2) === 0;
  if (type === 'date') return `2026-0${1 + draw(8)}-1${draw(9)}`;
  if (type.startsWith('timestamp')) return `2026-0${1 + draw(8)}-1${draw(9)}T10:00:00Z`;
  if (/^(integer|bigint|numeric|smallint)$/.test(type)) return draw(5);
  if (type === 'uuid') return newId();
  if (type === 'jsonb') return {};
  if (type === 'bytea') return '\\x00';
  if (type.endsWith('[]')) return [];
  return '10:00';
}

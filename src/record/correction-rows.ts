import { sql } from 'kysely';
import type { Day } from '../domain/calendar/day.ts';
import { logLook } from '../platform/audit/access-log.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { newId } from '../platform/db/new-id.ts';
import type { ChildContext } from '../platform/http/context.ts';
import { addRow } from './rows.ts';

/** Tables whose rows can be taken off a record, or moved to the right child's. */
export type CorrectedTable = 'contact' | 'partner_note' | 'referral' | 'hearing' | 'hearing_result';

/** A row as it was, by its columns. */
export type Kept = Readonly<Record<string, unknown>>;

/** What was put right of a child's rows, with why and by whom. */
export type Correction = {
  readonly id: string;
  readonly row_id: string;
  readonly table_name: CorrectedTable;
  readonly kind: 'corrected' | 'moved-away' | 'moved-here' | 'withdrawn';
  readonly reason: string;
  readonly kept: Kept;
  readonly corrected_on: Day;
  readonly by: string | null;
  /** Who first wrote the row, and when. */
  readonly written_by: string | null;
  readonly written_at: string;
};

/** What was put right of a child's rows of this kind, the newest first. Of what was moved away only who wrote it and when is kept. */
export async function correctionsOf(
  tx: Tx,
  childId: string,
  table: CorrectedTable,
): Promise<readonly Correction[]> {
  const { rows } = await sql<Correction>`
    select c.id, c.row_id, c.table_name, c.kind, c.reason, c.kept, c.corrected_on, s.name as by, w.name as written_by, c.kept ->> 'created_at' as written_at
    from correction c
    left join staff s on s.service_id = c.service_id and s.id = c.created_by
    left join staff w on w.service_id = c.service_id and w.id = (c.kept ->> 'created_by')::uuid
    where c.child_id = ${childId} and c.table_name = ${table}
    order by c.created_at desc, c.id limit 50`.execute(tx);
  return rows;
}

type Row = { readonly id: string; readonly created_at: Date; readonly created_by: string | null };
type Said = { readonly table: CorrectedTable; readonly row: Row; readonly reason: string };

/** Who puts right what of whose record: a page about the child, or work that reaches several. */
export type Writing = Pick<ChildContext, 'tx' | 'today'> & {
  readonly actor: Pick<ChildContext['actor'], 'serviceId'>;
  readonly child: { readonly id: string };
};

/** Keeps a row as it stands before it is put right, with the reason. */
export const keepCorrected = (
  { tx, actor, child, today }: Writing,
  { table, row, reason }: Omit<Said, 'row'> & { readonly row: Pick<Row, 'id'> },
  kind: 'corrected' | 'moved-away' | 'withdrawn',
): Promise<string> =>
  addRow(tx, actor, 'correction', {
    child_id: child.id,
    record_class: '',
    table_name: table,
    row_id: row.id,
    kind,
    reason,
    // The database writes the row itself.
    kept: '{}',
    corrected_on: today,
  });

/** Takes a row off the record on which it stands, once it is kept as it was. */
export async function withdraw(
  context: Writing,
  said: Said,
  kind: 'moved-away' | 'withdrawn' = 'withdrawn',
): Promise<string> {
  const kept = await keepCorrected(context, said, kind);
  await sql`select take_off(${kept}::uuid)`.execute(context.tx);
  return kept;
}

/** Whether a row still stands as it was read. Whoever takes it off or changes it at the same moment is waited for. */
export async function stillStands(
  tx: Tx,
  table: CorrectedTable,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<'as-read' | 'changed' | 'gone'> {
  const { rows } = await sql<{ version: number }>`
    select t.version from ${sql.table(table)} t where t.id = ${id} for update`.execute(tx);
  const [row] = rows;
  if (!row) return 'gone';
  return row.version === version ? 'as-read' : 'changed';
}

/** A row is begun on the right child's record as it was on the wrong one, but for these columns, and its id is given. */
export type Anew = (childId: string) => Readonly<Record<string, unknown>>;

/** Moves a row to the right child's record: each record says so and neither names the other child. */
export async function moveTo(
  context: ChildContext,
  toChild: string,
  { anew, page, ...said }: Said & { readonly anew: Anew; readonly page: string },
): Promise<string> {
  const { tx, actor, today } = context;
  const { table, row, reason } = said;
  const id = newId();
  const kept = await keptRow(tx, table, row.id);
  const columns = { ...kept, ...anew(toChild), id, child_id: toChild };
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  // Off the one before it is on the other: what may stand only once is then free.
  const away = await withdraw(context, said, 'moved-away');
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(columns)}::jsonb)`.execute(
    tx,
  );
  const here = await addRow(tx, actor, 'correction', {
    child_id: toChild,
    record_class: '',
    table_name: table,
    row_id: id,
    kind: 'moved-here',
    reason,
    kept: JSON.stringify({ created_at: row.created_at, created_by: row.created_by }),
    corrected_on: today,
  });
  await sql`select follow_moved(${away}::uuid, ${here}::uuid)`.execute(tx);
  await logLook(tx, actor, { kind: 'change', page, childId: toChild });
  return id;
}

/** A row by its columns, without what the database gives each row anew. */
async function keptRow(tx: Tx, table: CorrectedTable, id: string): Promise<Kept> {
  const { rows } = await sql<{ row: Kept }>`
    select to_jsonb(t) - '{version,created_at,created_by}'::text[] as row from ${sql.table(table)} t where t.id = ${id}`.execute(
    tx,
  );
  return rows[0]?.row ?? {};
}

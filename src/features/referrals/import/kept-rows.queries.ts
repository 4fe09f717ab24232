import { sql } from 'kysely';
import type { KeptVerdict } from '../../../domain/referrals/judge-rows.ts';
import type { ReadRow } from '../../../domain/referrals/referral-values.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { DecidedRow } from './decided-row.ts';
import { type Counted, type Counts, countsOf, type ReportRow } from './report-rows.ts';

/** A verdict as it is kept until the import: with what it rests on, and what was noticed while reading. */
export type Kept = KeptVerdict & Pick<ReadRow, 'findings'>;

const BATCH = 500;

/** Rows in batches: one statement each, with room for others in between. */
export const inBatches = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
    rows.slice(at * BATCH, (at + 1) * BATCH),
  );

/** Keeps rows of a list, in the place of what was kept of them before; the verdict of a row that is made stays until all are. */
export async function keepRows(
  tx: Tx,
  serviceId: string,
  importId: string,
  rows: readonly { readonly report: ReportRow; readonly kept: Kept | 'made' }[],
): Promise<void> {
  const values = rows.map(({ report: { childId, referralId, holdId, ...said }, kept }) => ({
    id: newId(),
    import_row: said.row,
    verdict: said.verdict,
    said,
    kept: kept === 'made' ? null : kept,
    is_made: kept === 'made',
    child_id: childId ?? null,
    referral_id: referralId ?? null,
    hold_id: holdId ?? null,
  }));
  await sql`insert into referral_import_row (service_id, import_id, id, import_row, verdict, said, kept, is_made, child_id, referral_id, hold_id)
    select ${serviceId}, ${importId}, r.id, r.import_row, r.verdict, r.said, nullif(r.kept, 'null'), r.is_made, r.child_id, r.referral_id, r.hold_id
    from jsonb_populate_recordset(null::referral_import_row, ${JSON.stringify(values)}::jsonb) r
    on conflict (service_id, import_id, import_row) do update set verdict = excluded.verdict, said = excluded.said, is_made = excluded.is_made,
      kept = case when excluded.is_made then referral_import_row.kept else excluded.kept end,
      child_id = case when ${stands} then referral_import_row.child_id else excluded.child_id end, referral_id = excluded.referral_id, hold_id = excluded.hold_id,
      decided = case when ${stands} then referral_import_row.decided end, decided_by = case when ${stands} then referral_import_row.decided_by end,
      decided_at = case when ${stands} then referral_import_row.decided_at end`.execute(tx);
}

// What a person decided of a row stands while the row is read as it was, and waits for a person still.
const stands = sql`(referral_import_row.decided is not null and not excluded.is_made and excluded.said ->> 'makes' = 'hold'
  and referral_import_row.kept -> 'judged' -> 'values' = excluded.kept -> 'judged' -> 'values')`;

/** Keeps what a list made, row by row. */
export async function keepReport(
  tx: Tx,
  serviceId: string,
  importId: string,
  report: readonly ReportRow[],
): Promise<void> {
  const rows = report.map((row) => ({ report: row, kept: 'made' as const }));
  for (const batch of inBatches(rows)) await keepRows(tx, serviceId, importId, batch);
}

/** A row of a list that is to be imported. */
export type WaitingRow = {
  readonly kept: Kept;
  /** What the preview said. */
  readonly verdict: string;
  /** Whether it is in the record already. */
  readonly isMade: boolean;
  readonly childId: string | null;
  readonly decided: DecidedRow | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

/** The next rows whose verdicts wait for the import, after one of them, in the order of the file. */
export async function waitingRows(
  tx: Tx,
  serviceId: string,
  importId: string,
  after: number,
): Promise<readonly WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select kept, verdict, is_made as "isMade", child_id as "childId", decided, decided_by as "decidedBy", decided_at as "decidedAt" from referral_import_row
    where service_id = ${serviceId} and import_id = ${importId} and kept is not null and import_row > ${after}
    order by import_row limit ${BATCH}`.execute(tx);
  return rows;
}

/** Counts a list again that waits for its import, once a person has decided a row of it. */
export async function countAgain(tx: Tx, serviceId: string, importId: string): Promise<void> {
  const counts = JSON.stringify(await countsKept(tx, serviceId, importId));
  await sql`update referral_import set report = jsonb_set(report, '{counts}', ${counts}::jsonb) where service_id = ${serviceId} and id = ${importId}`.execute(
    tx,
  );
}

/** Whether some row of a list is in the record already. */
export async function isAnyMade(tx: Tx, serviceId: string, importId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('referral_import_row')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('import_id', '=', importId)
    .where('is_made', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Empties the verdicts of some rows that are made; false when none is left. */
export async function emptyVerdicts(tx: Tx, serviceId: string, importId: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update referral_import_row set kept = null, decided = null, decided_by = null, decided_at = null where service_id = ${serviceId} and id in (
      select id from referral_import_row where service_id = ${serviceId} and import_id = ${importId} and kept is not null limit ${BATCH})`.execute(
    tx,
  );
  return numAffectedRows > 0n;
}

/** How many rows of a list there are of each verdict, and what they make. */
export async function countsKept(tx: Tx, serviceId: string, importId: string): Promise<Counts> {
  const { rows } = await sql<Counted & { count: number }>`
    select verdict, coalesce(decided ->> 'makes', said ->> 'makes') as makes, count(*)::int as count from referral_import_row
    where service_id = ${serviceId} and import_id = ${importId} group by 1, 2`.execute(tx);
  return countsOf(rows);
}

/** Rows of a preview or report: in the order of the file, or those first that wait for a person. */
export async function reportRows(
  tx: Tx,
  serviceId: string,
  id: string,
  show: {
    readonly verdict?: string | null;
    readonly heldFirst?: boolean;
    readonly limit?: number;
    readonly offset?: number;
  } = {},
): Promise<readonly ReportRow[]> {
  const { verdict = null, heldFirst = false, limit = null, offset = 0 } = show;
  const { rows } = await sql<{ row: ReportRow }>`
    select r.said || jsonb_strip_nulls(jsonb_build_object('childId', r.child_id, 'referralId', r.referral_id, 'holdId', r.hold_id, 'isMade', r.is_made, 'decided', r.decided ->> 'says', 'makes', coalesce(r.decided ->> 'makes', r.said ->> 'makes'))) as row
    from referral_import_row r
    where r.service_id = ${serviceId} and r.import_id = ${id} and (${verdict}::text is null or r.verdict = ${verdict})
    order by ${heldFirst} and r.verdict <> 'hold', r.import_row limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows.map(({ row }) => row);
}

/** Erases the rows of a list that its file is not read to have any more. */
export async function eraseOtherRows(
  tx: Tx,
  serviceId: string,
  importId: string,
  rows: readonly number[],
): Promise<void> {
  await sql`delete from referral_import_row where service_id = ${serviceId} and import_id = ${importId}
    and import_row <> all (${rows}::int[])`.execute(tx);
}

/** Erases what was said of the children of a list. */
export async function eraseRows(tx: Tx, serviceId: string, importId: string): Promise<void> {
  await tx
    .deleteFrom('referral_import_row')
    .where('service_id', '=', serviceId)
    .where('import_id', '=', importId)
    .execute();
}

const daysLeftLying = 30;
const daysAfterImport = 90;

/** Empties what nobody needs any more: a list that was left lying, and the rows of one that was imported long ago. */
export async function emptyOldLists(tx: Tx, serviceId: string, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const lying = await tx
    .updateTable('referral_import')
    .set({
      status: 'failed',
      content: null,
      report: null,
      error: `Left for ${daysLeftLying} days and emptied. Nothing was made`,
    })
    .where('service_id', '=', serviceId)
    .where('status', 'in', ['judging', 'previewed', 'failed'])
    .where('content', 'is not', null)
    .where('created_at', '<', before(daysLeftLying))
    .returning('id')
    .execute();
  for (const { id } of lying) await eraseRows(tx, serviceId, id);
  await sql`delete from referral_import_row r using referral_import i
    where r.service_id = ${serviceId} and i.service_id = r.service_id and i.id = r.import_id
      and i.status = 'done' and i.finished_at < ${before(daysAfterImport)}`.execute(tx);
}

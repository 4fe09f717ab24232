import { sql } from 'kysely';
import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { DecidedRow } from '../import/decided-row.ts';

/** A held row of a list that is not imported yet, and what somebody decided of it. */
export type HeldRow = {
  readonly id: string;
  readonly importId: string;
  readonly row: number;
  readonly fileName: string;
  readonly version: number;
  readonly judged: JudgedRow;
  readonly reasons: readonly string[];
  readonly decided: DecidedRow | null;
  /** The child on record whom they named. */
  readonly childId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

/** One held row of a list that waits for its import. */
export async function heldRow(
  tx: Tx,
  serviceId: string,
  importId: string,
  row: number,
): Promise<HeldRow | null> {
  const { rows } = await sql<HeldRow>`
    select r.id, r.import_id as "importId", r.import_row as row, i.file_name as "fileName", r.version, r.kept -> 'judged' as judged, r.said -> 'reasons' as reasons,
      r.decided, r.child_id as "childId", s.name as "decidedBy", r.decided_at as "decidedAt"
    from referral_import_row r
    join referral_import i on i.service_id = r.service_id and i.id = r.import_id and i.status in ('previewed', 'failed')
    left join staff s on s.service_id = r.service_id and s.id = r.decided_by
    where r.service_id = ${serviceId} and r.import_id = ${importId} and r.import_row = ${row} and r.said ->> 'makes' = 'hold' and r.kept is not null`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Other rows of the list: whether it is settled that they make, or have, a child. */
export async function settledRows(
  tx: Tx,
  serviceId: string,
  importId: string,
  wanted: readonly number[],
): Promise<ReadonlyMap<number, boolean>> {
  const { rows } = await sql<{ row: number; settled: boolean }>`
    select import_row as row, verdict in ('create', 'match') or coalesce(decided ->> 'kind' in ('created', 'matched'), false) as settled
    from referral_import_row where service_id = ${serviceId} and import_id = ${importId} and import_row = any (${wanted}::int[])`.execute(
    tx,
  );
  return new Map(rows.map(({ row, settled }) => [row, settled]));
}

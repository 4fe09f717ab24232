import { sql } from 'kysely';
import type { Candidate } from '../../../domain/referrals/judged-row.ts';
import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { type CandidateNow, childrenAsTheyAre } from '../../../record/known/candidates.queries.ts';

/** A row of a list that waits for, or had, a person's decision. */
export type Hold = {
  readonly id: string;
  readonly importId: string;
  readonly row: number;
  readonly fileName: string;
  readonly values: ReferralValues;
  readonly reasons: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly resolution: 'created' | 'matched' | 'discarded' | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly resolvedChildId: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly since: Date;
};

/** How many rows of lists still wait for a person. */
export async function holdsLeft(tx: Tx, serviceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from referral_hold where service_id = ${serviceId} and resolution is null`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

type Row = {
  id: string;
  import_id: string;
  import_row: number;
  file_name: string;
  fields: ReferralValues;
  reasons: string[];
  candidates: Candidate[];
  resolution: Hold['resolution'];
  resolved_at: Date | null;
  resolved_by: string | null;
  resolved_child_id: string | null;
  resolution_note: string | null;
  version: number;
  created_at: Date;
};

const columns = sql`h.id, h.import_id, h.import_row, i.file_name, h.fields, h.reasons, h.candidates, h.resolution, h.resolved_at,
  s.name as resolved_by, h.resolved_child_id, h.resolution_note, h.version, h.created_at
  from referral_hold h
  join referral_import i on i.service_id = h.service_id and i.id = h.import_id
  left join staff s on s.service_id = h.service_id and s.id = h.resolved_by`;

const holdOf = (row: Row): Hold => ({
  id: row.id,
  importId: row.import_id,
  row: row.import_row,
  fileName: row.file_name,
  values: row.fields,
  reasons: row.reasons,
  candidates: row.candidates,
  resolution: row.resolution,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
  resolvedChildId: row.resolved_child_id,
  note: row.resolution_note,
  version: row.version,
  since: row.created_at,
});

/** Rows that wait, the oldest first, then those decided, the newest first; or only one of the two. */
export async function holdsOf(
  tx: Tx,
  serviceId: string,
  asked: {
    readonly show: 'waiting' | 'decided' | null;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly Hold[]> {
  const which = {
    waiting: sql`h.resolution is null`,
    decided: sql`h.resolution is not null`,
    all: sql`true`,
  }[asked.show ?? 'all'];
  const { rows } = await sql<Row>`select ${columns} where h.service_id = ${serviceId} and ${which}
    order by h.resolved_at desc nulls first, h.created_at, h.import_row, h.id limit ${asked.limit} offset ${asked.offset}`.execute(
    tx,
  );
  return rows.map(holdOf);
}

/** One held row. */
export async function holdOne(tx: Tx, serviceId: string, id: string): Promise<Hold | null> {
  const { rows } =
    await sql<Row>`select ${columns} where h.service_id = ${serviceId} and h.id = ${id}`.execute(
      tx,
    );
  return rows[0] ? holdOf(rows[0]) : null;
}

/** Candidates as the record has them now; rows of the same list by what became of them. */
export type KnownNow = {
  readonly byId: ReadonlyMap<string, CandidateNow>;
  readonly byRow: ReadonlyMap<number, string>;
  readonly waitingRows: ReadonlyMap<number, string>;
};

/**
 * The candidates on record as they are now, with rows of the same list that have become children
 * since: by the id of the child, and by row.
 */
export async function candidatesNow(
  tx: Tx,
  serviceId: string,
  hold: Pick<Hold, 'importId' | 'candidates'>,
): Promise<KnownNow> {
  const rows = hold.candidates.flatMap(({ child }) => (child.kind === 'row' ? [child.row] : []));
  const ids = hold.candidates.flatMap(({ child }) => (child.kind === 'record' ? [child.id] : []));
  const { rows: became } = await sql<{
    row: number;
    child_id: string | null;
    hold_id: string | null;
  }>`
    select import_row as row, child_id, null::uuid as hold_id from referral
      where service_id = ${serviceId} and import_id = ${hold.importId} and import_row = any (${rows}::int[])
    union all
    select import_row, resolved_child_id, case when resolution is null then id end from referral_hold
      where service_id = ${serviceId} and import_id = ${hold.importId} and import_row = any (${rows}::int[])`.execute(
    tx,
  );
  const byRow = new Map(
    became.flatMap((each) => (each.child_id ? [[each.row, each.child_id] as const] : [])),
  );
  return {
    byId: await childrenAsTheyAre(tx, serviceId, [...ids, ...byRow.values()]),
    byRow,
    waitingRows: new Map(
      became.flatMap((each) => (each.hold_id ? [[each.row, each.hold_id] as const] : [])),
    ),
  };
}

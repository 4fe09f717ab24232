import { sql } from 'kysely';
import type { EntryValues, Noticed } from '../../../domain/orders/register/entry.ts';
import type { KnownHearing } from '../../../domain/orders/register/judge-entry.ts';
import type { OnRecord } from '../../../domain/orders/register/plan-results.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** How an entry stands. */
export type EntryState = 'ready' | 'held' | 'repeat' | 'in' | 'not-ours';

/** A register and how many of its entries stand how. */
export type Register = {
  readonly id: string;
  readonly fileName: string;
  readonly notRead: readonly string[];
  readonly putAsideAt: Date | null;
  readonly createdAt: Date;
  readonly by: string | null;
  readonly total: number;
  readonly counts: Readonly<Partial<Record<EntryState, number>>>;
};

/** Registers, the newest first; or one of them. */
export async function registersOf(
  tx: Tx,
  serviceId: string,
  asked: { readonly id?: string; readonly limit: number; readonly offset: number },
): Promise<readonly Register[]> {
  const { rows } = await sql<Register>`
    select r.id, r.file_name as "fileName", r.not_read as "notRead", r.put_aside_at as "putAsideAt", r.created_at as "createdAt", s.name as by,
      coalesce(e.total, 0) as total, coalesce(e.counts, '{}') as counts
    from court_register r
    left join staff s on s.service_id = r.service_id and s.id = r.created_by
    left join lateral (select sum(n)::int as total, jsonb_object_agg(state, n) as counts from (
      select state, count(*)::int as n from register_entry e where e.service_id = r.service_id and e.register_id = r.id group by state) c) e on true
    where r.service_id = ${serviceId} and ${asked.id ? sql`r.id = ${asked.id}` : sql`true`}
    order by r.created_at desc, r.id limit ${asked.limit} offset ${asked.offset}`.execute(tx);
  return rows;
}

/** The register that the very same file became, byte for byte. */
export const registerOfHash = (tx: Tx, serviceId: string, hash: string) =>
  tx
    .selectFrom('court_register')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('file_hash', '=', hash)
    .where('put_aside_at', 'is', null)
    .executeTakeFirst();

/** An entry as it is kept. */
export type KeptEntry = {
  readonly id: string;
  readonly version: number;
  readonly registerId: string;
  readonly fileName: string;
  readonly lines: readonly number[];
  readonly values: EntryValues;
  readonly noticed: readonly Noticed[];
  readonly reasons: readonly string[];
  readonly fingerprint: string;
  readonly state: EntryState;
  readonly childId: string | null;
  readonly hearingId: string | null;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly createdAt: Date;
};

/** Entries that wait first, then in the order of their file. */
export async function entriesOf(
  tx: Tx,
  serviceId: string,
  asked: {
    readonly registerId?: string;
    readonly id?: string;
    readonly states?: readonly EntryState[];
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly KeptEntry[]> {
  const { registerId, id, states } = asked;
  const { rows } = await sql<KeptEntry>`
    select e.id, e.version, e.register_id as "registerId", r.file_name as "fileName", e.lines, e.said as values, e.noticed, e.reasons, e.fingerprint,
      e.state, e.child_id as "childId", e.hearing_id as "hearingId", e.note, s.name as "decidedBy", e.decided_at as "decidedAt", e.created_at as "createdAt"
    from register_entry e
    join court_register r on r.service_id = e.service_id and r.id = e.register_id
    left join staff s on s.service_id = e.service_id and s.id = e.decided_by
    where e.service_id = ${serviceId} and ${registerId ? sql`e.register_id = ${registerId}` : sql`true`}
      and ${id ? sql`e.id = ${id}` : sql`true`} and ${states ? sql`e.state = any (${states}::text[])` : sql`true`}
    order by e.state <> 'held', r.created_at, (e.lines -> 0)::int, e.id limit ${asked.limit} offset ${asked.offset}`.execute(
    tx,
  );
  return rows;
}

/** Entries of other registers that said the same words and wait, came in or are not ours; the newest of each. */
export async function saidBefore(
  tx: Tx,
  serviceId: string,
  registerId: string,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, Pick<KeptEntry, 'state' | 'createdAt' | 'note'>>> {
  const { rows } = await sql<Pick<KeptEntry, 'fingerprint' | 'state' | 'createdAt' | 'note'>>`
    select fingerprint, state, created_at as "createdAt", note from register_entry
    where service_id = ${serviceId} and register_id <> ${registerId} and fingerprint = any (${fingerprints}::text[])
      and state in ('held', 'in', 'not-ours')
    order by created_at`.execute(tx);
  return new Map(rows.map((row) => [row.fingerprint, row]));
}

export type ChildOnRecord = OnRecord & { readonly hearings: readonly KnownHearing[] };

/** What the record has of these children before a court: one statement, however many they are. */
export async function onRecord(
  tx: Tx,
  serviceId: string,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, ChildOnRecord>> {
  const { rows } = await sql<ChildOnRecord & { readonly id: string }>`
    select c.id,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'wording', g.wording) order by g.id) from charge g
        where g.service_id = c.service_id and g.child_id = c.id and g.standing = 'charged'), '[]') as charges,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'hearingId', h.id) order by o.id) from hearing h cross join unnest(h.order_ids) o (id)
        where h.service_id = c.service_id and h.child_id = c.id), '[]') as orders,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'hearing_id', r.hearing_id, 'charge_id', r.charge_id, 'code', r.code,
          'label', coalesce(t.label, r.code), 'words', r.words) order by r.created_at, r.id)
        from hearing_result r left join reference_code t on t.list = 'court_result' and t.code = r.code
        where r.service_id = c.service_id and r.child_id = c.id), '[]') as results,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'court', h.court, 'listed_on', h.listed_on, 'listed_at', h.listed_at, 'state', h.state)
          order by h.listed_on, h.id) from hearing h where h.service_id = c.service_id and h.child_id = c.id), '[]') as hearings
    from child c where c.service_id = ${serviceId} and c.id = any (${[...new Set(childIds)]}::uuid[]) and c.merged_into is null`.execute(
    tx,
  );
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}

import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** One line of what a court did at a hearing, and what it leads to. */
export type HearingResult = {
  readonly id: string;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly hearing_id: string;
  readonly charge_id: string | null;
  readonly order_id: string | null;
  readonly code: string;
  readonly label: string;
  readonly words: string | null;
  /** The charge or order that it is about, in words. */
  readonly about: string | null;
  readonly court: string;
  readonly listed_on: Day;
  /** An order that it made or revoked, how a charge ended, or a finding; null where it leads nowhere. */
  readonly leads: 'order' | 'revoked' | 'withdrawn' | 'discontinued' | 'not-guilty' | null;
  /** The kind of order that it names, if it is one of ours. */
  readonly order_kind: string | null;
  /** The day on which the record said the same. */
  readonly followed_on: Day | null;
};

/** What a court did at a child's hearings, line by line as it was recorded. */
export async function resultsOf(tx: Tx, childId: string): Promise<readonly HearingResult[]> {
  const { rows } = await sql<HearingResult>`
    select r.id, r.version, r.created_at, r.created_by, r.hearing_id, r.charge_id, r.order_id, r.code, coalesce(t.label, r.code) as label, r.words,
      coalesce(c.wording, k.label, o.kind) as about, h.court, h.listed_on, f.leads, nullif(f.order_kind, '') as order_kind, f.followed_on
    from hearing_result r
    join hearing h on h.service_id = r.service_id and h.id = r.hearing_id
    left join result_follows f on f.service_id = r.service_id and f.child_id = r.child_id and f.result_id = r.id
    left join reference_code t on t.list = 'court_result' and t.code = r.code
    left join charge c on c.service_id = r.service_id and c.id = r.charge_id
    left join court_order o on o.service_id = r.service_id and o.id = r.order_id
    left join reference_code k on k.list = 'court_order' and k.code = o.kind
    where r.child_id = ${childId}
    order by r.created_at, r.id`.execute(tx);
  return rows;
}

/** The result that an address names, to begin what it leads to. */
export const resultNamed = async (tx: Tx, childId: string, id: string) =>
  id === '' ? undefined : (await resultsOf(tx, childId)).find((each) => each.id === id);

/** The court's codes as they are chosen: by the code, as it stands on the register. */
export async function resultOptions(tx: Tx) {
  const { rows } = await sql<{ readonly code: string; readonly label: string }>`
    select code, label from reference_code where list = 'court_result' order by sort`.execute(tx);
  return rows.map(({ code, label }) => ({
    value: code,
    text: code === notInList ? label : `${code} ${label}`,
  }));
}

export const notInList = 'not-in-list';

import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { CaseDays } from '../../domain/orders/case-timeline.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Case = CaseDays & {
  readonly id: string;
  readonly wording: string;
  /** The sentence, in the words of its kind. */
  readonly sentence_label: string | null;
  readonly hearings: number;
  readonly adjourned: number;
};

/** Each charge of a child with the days of its way through the court, the newest first. */
export async function casesOf(tx: Tx, childId: string): Promise<readonly Case[]> {
  const { rows } = await sql<Case>`
    select c.id, c.wording, o.offence_on as offence, c.arrested_on as arrest, c.charged_on as charge, c.found_on as finding, c.standing_on as ended,
      h.first as first_hearing, h.held as hearings, h.adjourned, s.made_on as sentence, s.label as sentence_label
    from charge c
    left join offence o on o.service_id = c.service_id and o.id = c.offence_id
    cross join lateral (
      select min(h.listed_on) as first, count(*)::int as held, (count(*) filter (where h.state = 'adjourned'))::int as adjourned from hearing h
      where h.service_id = c.service_id and h.child_id = c.child_id and c.id = any (h.charge_ids) and h.state in ('held', 'adjourned')) h
    left join lateral (
      select r.made_on, coalesce(t.label, r.kind) as label from court_order r
      left join reference_code t on t.list = 'court_order' and t.code = r.kind
      where r.service_id = c.service_id and r.charge_id = c.id order by r.made_on, r.id limit 1) s on true
    where c.child_id = ${childId}
    order by c.charged_on desc, c.id`.execute(tx);
  return rows;
}

export type Late = {
  readonly what: string;
  readonly due_on: Day;
  readonly done_on: Day | null;
};

/** What was due of the court’s work for a child and came late, or is late now. */
export async function lateOf(tx: Tx, childId: string, today: Day): Promise<readonly Late[]> {
  const { rows } = await sql<Late>`
    select what, due_on, done_on from duty
    where child_id = ${childId} and standard in ('hearing-cover', 'hearing-result', 'result-taken-up')
      and coalesce(done_on, ${today}::date) > due_on
    order by due_on desc, what`.execute(tx);
  return rows;
}

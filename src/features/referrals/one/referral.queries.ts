import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { urls } from '../../../urls.ts';

/** A referral with its offences and the days on which child and parent were first met. */
export type Referral = {
  readonly id: string;
  readonly source: string;
  readonly agency: string;
  readonly reference: string | null;
  readonly referred_on: Day;
  readonly received_on: Day;
  readonly officer: string | null;
  readonly proposed_outcome: string | null;
  readonly admission: string;
  readonly has_victim: string;
  readonly victim_consents: string;
  readonly co_suspect_reference: string | null;
  readonly detail: string | null;
  readonly state: string;
  readonly pathway: string | null;
  readonly urgency: string | null;
  readonly safeguarding: string | null;
  readonly area: string | null;
  readonly exploitation: string | null;
  readonly triage_note: string | null;
  readonly triaged_on: Day | null;
  readonly triaged_by: string | null;
  readonly allocated_on: Day | null;
  readonly allocated_to: string | null;
  readonly case_direction: string | null;
  readonly closed_reason: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly made_by: string | null;
  readonly from_list: string | null;
  readonly offences: readonly Offence[];
  readonly child_met_on: Day | null;
  readonly parent_met_on: Day | null;
  readonly screen_due: Day | null;
  readonly allocation_due: Day | null;
  readonly child_due: Day | null;
  readonly parent_due: Day | null;
};

export type Offence = {
  readonly id: string;
  readonly description: string;
  readonly code: string | null;
  readonly day: Day | null;
  readonly knife: boolean;
};

// First contact counts from the referral: a worker may have met the child before the allocation was recorded.
const columns = sql`r.id, r.source, r.agency, r.reference, r.referred_on, r.received_on, r.officer, r.proposed_outcome, r.admission, r.has_victim,
  r.victim_consents, r.co_suspect_reference, r.detail, r.state, r.pathway, r.urgency, r.safeguarding, r.area, r.exploitation, r.triage_note,
  r.triaged_on, t.name as triaged_by, r.allocated_on, w.name as allocated_to, r.case_direction, r.closed_reason, r.version, r.created_at, r.created_by,
  m.name as made_by, case when r.import_id is not null then 'row ' || r.import_row end as from_list,
  coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'description', o.description, 'code', o.code, 'day', o.offence_on, 'knife', o.is_knife) order by o.id)
    from offence o where o.service_id = r.service_id and o.referral_id = r.id), '[]') as offences,
  (select min(british_day(c.held_at)) from contact c where c.service_id = r.service_id and c.child_id = r.child_id and c.status = 'recorded'
    and c.child_seen in ('alone', 'with-others') and british_day(c.held_at) >= r.referred_on) as child_met_on,
  (select min(british_day(c.held_at)) from contact c where c.service_id = r.service_id and c.child_id = r.child_id and c.status = 'recorded'
    and c.parent_spoken_to and british_day(c.held_at) >= r.referred_on) as parent_met_on,
  limit_due(r.service_id, 'referral-screen', r.received_on) as screen_due,
  limit_due(r.service_id, 'referral-allocation', r.received_on) as allocation_due,
  limit_due(r.service_id, 'first-contact-child', r.allocated_on) as child_due,
  limit_due(r.service_id, 'first-contact-parent', r.allocated_on) as parent_due
  from referral r
  left join staff t on t.service_id = r.service_id and t.id = r.triaged_by
  left join staff w on w.service_id = r.service_id and w.id = r.allocated_to
  left join staff m on m.service_id = r.service_id and m.id = r.created_by`;

/** The child's referrals, the newest first. */
export async function referralsOf(
  tx: Tx,
  serviceId: string,
  childId: string,
): Promise<readonly Referral[]> {
  const { rows } =
    await sql<Referral>`select ${columns} where r.service_id = ${serviceId} and r.child_id = ${childId}
    order by r.received_on desc, r.created_at desc, r.id limit 50`.execute(tx);
  return rows;
}

/** The child's referral that the address names; undefined when it is not there. */
export async function referralOf({
  tx,
  actor,
  child,
  param,
}: ChildContext): Promise<Referral | undefined> {
  const id = param('referralId');
  if (!isId(id)) return undefined;
  const { rows } = await sql<Referral>`select ${columns}
    where r.service_id = ${actor.serviceId} and r.child_id = ${child.id} and r.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** Work with the child that is still going on, for the screen at triage. */
export function liveInvolvements(tx: Tx, serviceId: string, childId: string) {
  return tx
    .selectFrom('involvement')
    .select(['id', 'type', 'started_on'])
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .where('ended_on', 'is', null)
    .orderBy('started_on', 'desc')
    .limit(20)
    .execute();
}

/** What triage needs beside the referral: the child's home now, and the outcome that police propose in words. */
export async function aroundReferral(
  { tx, actor, child }: ChildContext,
  referral: Referral,
): Promise<{ readonly home: string | null; readonly proposed: string | null }> {
  const { rows } = await sql<{ home: string | null; proposed: string | null }>`select
    (select concat_ws(', ', nullif(a.lines, ''), a.postcode) from child_address a
      where a.service_id = ${actor.serviceId} and a.child_id = ${child.id} and a.valid_to is null order by a.valid_from desc, a.id limit 1) as home,
    coalesce((select c.label || coalesce(' (police outcome ' || h.code || ')', '') from reference_code c
      left join reference_code h on h.list = 'home_office_outcome' and h.code = c.attributes ->> 'home_office_outcome'
      where c.list = 'outcome' and c.code = ${referral.proposed_outcome} limit 1), ${referral.proposed_outcome}) as proposed`.execute(
    tx,
  );
  return rows[0] ?? { home: null, proposed: null };
}

/** The referral that has waited longest for triage; null when none does. */
export async function nextToTriage(
  tx: Tx,
  serviceId: string,
): Promise<{ readonly id: string; readonly child_id: string } | null> {
  const { rows } = await sql<{ id: string; child_id: string }>`
    select r.id, r.child_id from referral r join child c on c.service_id = r.service_id and c.id = r.child_id
    where r.service_id = ${serviceId} and r.state = 'received' order by r.received_on, r.id limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Says that a referral has moved on, and leads to it. */
export const referralMovedOn = (
  { child }: Pick<ChildContext, 'child'>,
  { id }: Referral,
  why: string,
): never => movedOn(why, { href: urls.referrals.one(child.id, id), text: 'Read the referral' });

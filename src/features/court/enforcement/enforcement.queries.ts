import { sql } from 'kysely';
import { addMonths, type Day } from '../../../domain/calendar/day.ts';
import type { Month } from '../../../domain/contacts/month-ahead.ts';
import type { OrderContact } from '../../../domain/orders/contact-tally.ts';
import type { FailureDecision, warningHows } from '../../../domain/orders/enforcement.ts';
import { type EnforcementRule, enforcementRule } from '../../../domain/orders/enforcement-rule.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { referenceRows } from '../../../platform/db/reference-rows.ts';

/** What the law says when each order is not kept. */
export async function enforcementRules(tx: Tx): Promise<readonly EnforcementRule[]> {
  return (await referenceRows(tx, ['enforcement_rule'])).enforcement_rule.map(enforcementRule);
}

export type Failed = {
  readonly id: string;
  readonly version: number;
  readonly order_id: string;
  readonly requirement_id: string | null;
  readonly contact_id: string | null;
  readonly happened_on: Day;
  readonly what: string;
  readonly asked_on: Day | null;
  readonly asked_by: string | null;
  readonly asked_by_name: string | null;
  readonly excuse: string | null;
  readonly evidence: string | null;
  readonly barriers: readonly string[];
  readonly barriers_said: string | null;
  readonly decision: FailureDecision | null;
  readonly decided_on: Day | null;
  readonly decided_by: string | null;
  readonly decided_by_name: string | null;
  readonly decision_reason: string | null;
  readonly exceptional_reason: string | null;
  readonly warned_on: Day | null;
  readonly warning: Warning | null;
};

export type Warning = {
  readonly id: string;
  readonly version: number;
  readonly given_on: Day;
  readonly given_how: keyof typeof warningHows;
  readonly described: string;
  readonly consequence: string;
  readonly understood: string | null;
};

/** A child's failures to keep their orders, oldest first. */
export async function failuresOf(tx: Tx, childId: string): Promise<readonly Failed[]> {
  const { rows } = await sql<Failed>`
    select f.*, a.name as asked_by_name, d.name as decided_by_name, w.given_on as warned_on, to_jsonb(w) as warning
    from failure_to_comply f
    left join staff a on a.service_id = f.service_id and a.id = f.asked_by
    left join staff d on d.service_id = f.service_id and d.id = f.decided_by
    left join order_warning w on w.service_id = f.service_id and w.failure_id = f.id
    where f.child_id = ${childId}
    order by f.happened_on, f.id`.execute(tx);
  return rows;
}

export type Missed = {
  readonly contact_id: string;
  readonly order_id: string;
  readonly day: Day;
  readonly type: string;
  readonly reason: string | null;
};

/** Contacts that were missed under an order and of which nobody has said yet whether that was a failure to keep it. */
export async function missedOf(tx: Tx, childId: string): Promise<readonly Missed[]> {
  const { rows } = await sql<Missed>`
    select x.contact_id, x.order_id, x.day, coalesce(t.label, c.type) as type, r.label as reason
    from order_contact x
    join contact c on c.service_id = x.service_id and c.id = x.contact_id
    join reference_code m on m.list = 'attendance' and m.code = c.attendance and m.attributes ->> 'counts_as_missed' = 'true'
    left join reference_code t on t.list = 'contact_type' and t.code = c.type
    left join reference_code r on r.list = 'absence_reason' and r.code = c.absence_reason
    where x.child_id = ${childId} and c.status = 'recorded' and not exists (
      select 1 from failure_to_comply f where f.service_id = x.service_id and f.order_id = x.order_id and f.contact_id = x.contact_id)
    order by x.day, x.contact_id`.execute(tx);
  return rows;
}

/** Contacts under an order that have been, each with what was decided of it as a failure. */
export async function contactsUnder(tx: Tx, orderId: string): Promise<readonly OrderContact[]> {
  const { rows } = await sql<OrderContact>`
    select c.attendance, f.decision from order_contact x
    join contact c on c.service_id = x.service_id and c.id = x.contact_id
    left join failure_to_comply f on f.service_id = x.service_id and f.order_id = x.order_id and f.contact_id = x.contact_id
    where x.order_id = ${orderId} and c.status = 'recorded'`.execute(tx);
  return rows;
}

/** How this month of each of a child's orders stands, with what their levels ask for. */
export async function monthsOf(
  tx: Tx,
  childId: string,
  firstOfMonth: Day,
): Promise<ReadonlyMap<string, Month>> {
  const { rows } = await sql<Month & { readonly order_id: string }>`
    select o.id as order_id, m.kept, m.planned, a.likelihood_level as likelihood, a.harm_level as harm,
      coalesce((select jsonb_agg(jsonb_build_object('code', k.code, 'label', k.label, 'attributes', k.attributes, 'source', k.source,
          'confidence', k.confidence, 'validFrom', k.valid_from, 'validTo', k.valid_to) order by k.sort)
        from reference_code k where k.list = 'contact_frequency'), '[]') as frequencies
    from court_order o
    cross join lateral (
      select (count(*) filter (where c.status = 'recorded' and c.attendance = 'attended'))::integer as kept,
        (count(*) filter (where c.status = 'planned'))::integer as planned
      from order_contact x
      join contact c on c.service_id = x.service_id and c.id = x.contact_id
      join reference_code t on t.list = 'contact_type' and t.code = c.type and t.attributes ->> 'counts_as_contact' = 'true'
      where x.child_id = o.child_id and x.order_id = o.id and x.day >= ${firstOfMonth} and x.day < ${addMonths(firstOfMonth, 1)}) m
    left join lateral (
      select likelihood_level, harm_level from assessment a
      where a.service_id = o.service_id and a.child_id = o.child_id and a.status = 'signed' order by a.signed_on desc, a.created_at desc limit 1) a on true
    where o.child_id = ${childId} and o.ended_on is null`.execute(tx);
  return new Map(rows.map(({ order_id, ...month }) => [order_id, month]));
}

export type Look = {
  readonly looked_on: Day;
  readonly asks: boolean;
  readonly why: string;
  readonly child_view: string | null;
  readonly by: string | null;
};

/** When it was looked at whether an order may end early, newest first. */
export async function looksOf(tx: Tx, orderId: string): Promise<readonly Look[]> {
  const { rows } = await sql<Look>`
    select e.looked_on, e.asks, e.why, e.child_view, s.name as by from early_end_look e
    left join staff s on s.service_id = e.service_id and s.id = e.created_by
    where e.order_id = ${orderId} order by e.looked_on desc, e.id desc`.execute(tx);
  return rows;
}

export type Meeting = {
  readonly id: string;
  readonly order_id: string;
  readonly held_on: Day;
  readonly who_came: string;
  readonly in_the_way: string;
  readonly agreed: string;
};

/** Meetings about what keeps a child from keeping their orders, newest first. */
export async function meetingsOf(tx: Tx, childId: string): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`
    select id, order_id, held_on, who_came, in_the_way, agreed from compliance_meeting
    where child_id = ${childId} order by held_on desc, id desc`.execute(tx);
  return rows;
}

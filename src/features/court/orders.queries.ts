import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { OrderEventKind } from '../../domain/orders/order-events.ts';
import {
  type OrderRule,
  orderRule,
  type RequirementRule,
  requirementRule,
} from '../../domain/orders/order-rule.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { referenceRows } from '../../platform/db/reference-rows.ts';

/** What the law says of orders and requirements, by code. */
export type Rules = {
  readonly orders: readonly OrderRule[];
  readonly requirements: readonly RequirementRule[];
};

/** The rules of every order and requirement, whatever day they are in force. */
export async function rulesOf(tx: Tx): Promise<Rules> {
  const rows = await referenceRows(tx, ['court_order', 'order_requirement']);
  return {
    orders: rows.court_order.map(orderRule),
    requirements: rows.order_requirement.map(requirementRule),
  };
}

export type Requirement = {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly amount: number | null;
  readonly detail: string | null;
  readonly from_on: Day;
  readonly ended_on: Day | null;
  readonly end_reason: string | null;
  /** Lines of the plan that cover it. */
  readonly covered_by: readonly string[];
};

export type OrderEventRow = {
  readonly id: string;
  readonly what: OrderEventKind;
  readonly happened_on: Day;
  readonly amount: number | null;
  readonly note: string;
  readonly kept_reason: string | null;
  readonly by: string | null;
};

export type Order = {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly court: string;
  readonly made_on: Day;
  readonly convicted_on: Day;
  readonly amount: number | null;
  readonly is_consecutive: boolean;
  readonly charge_id: string | null;
  /** The wording of its principal charge. */
  readonly charge: string | null;
  readonly involvement_id: string | null;
  readonly terms: string | null;
  readonly kept_reason: string | null;
  readonly first_day: Day | null;
  readonly last_day: Day | null;
  readonly days_how: string;
  readonly ended_on: Day | null;
  readonly requirements: readonly Requirement[];
  readonly events: readonly OrderEventRow[];
};

/** A child's orders in the order in which they were made, each with its requirements and what came of it. */
export async function ordersOf(tx: Tx, childId: string): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`
    select o.id, o.version, o.kind, o.court, o.made_on, o.convicted_on, o.amount, o.is_consecutive, o.charge_id, c.wording as charge,
      o.involvement_id, o.terms, o.kept_reason, o.first_day, o.last_day, o.days_how, o.ended_on,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'kind', r.kind, 'amount', r.amount, 'detail', r.detail,
          'from_on', r.from_on, 'ended_on', r.ended_on, 'end_reason', r.end_reason, 'covered_by', array(
            select l.text from plan_line l
            join plan p on p.service_id = l.service_id and p.id = l.plan_id and p.status <> 'ended'
            where l.service_id = r.service_id and l.requirement_id = r.id and l.status <> 'stopped' order by l.position, l.id))
          order by r.from_on, r.id)
        from court_order_requirement r where r.service_id = o.service_id and r.order_id = o.id), '[]') as requirements,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'what', e.what, 'happened_on', e.happened_on, 'amount', e.amount,
          'note', e.note, 'kept_reason', e.kept_reason, 'by', s.name) order by e.happened_on, e.created_at, e.id)
        from court_order_event e left join staff s on s.service_id = e.service_id and s.id = e.created_by
        where e.service_id = o.service_id and e.order_id = o.id), '[]') as events
    from court_order o
    left join charge c on c.service_id = o.service_id and c.id = o.charge_id
    where o.child_id = ${childId}
    order by o.made_on, o.created_at, o.id`.execute(tx);
  return rows;
}

/** Works out the days of a child's orders again, once one of them or what came of it is saved; the work that hangs on an order expects its last day. */
export async function settleDays(
  tx: Tx,
  childId: string,
  days: readonly {
    readonly id: string;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly how: string;
    readonly endedOn: Day | null;
  }[],
): Promise<void> {
  const given = JSON.stringify(days.map(({ endedOn, ...day }) => ({ ...day, ended_on: endedOn })));
  await sql`update court_order o set first_day = d."from", last_day = d."to", days_how = d.how, ended_on = d.ended_on
    from jsonb_to_recordset(${given}::jsonb) as d (id uuid, "from" date, "to" date, how text, ended_on date)
    where o.child_id = ${childId} and o.id = d.id
      and (o.first_day, o.last_day, o.days_how, o.ended_on) is distinct from (d."from", d."to", d.how, d.ended_on)`.execute(
    tx,
  );
  await sql`update involvement i set expected_end = o.last_day from court_order o
    where o.child_id = ${childId} and i.service_id = o.service_id and i.id = o.involvement_id and i.child_id = o.child_id
      and i.ended_on is null and i.expected_end is distinct from o.last_day`.execute(tx);
}

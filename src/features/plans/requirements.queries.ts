import { sql } from 'kysely';

/** What an order requires of the child, and the lines of the plan that cover it. */
export type PlanRequirement = {
  readonly id: string;
  readonly text: string;
  readonly order_id: string;
  readonly order: string;
  readonly covered_by: readonly string[];
};

/** The requirements of a child's orders that have not ended, as one column of a statement. */
export const liveRequirements = (childId: string) => sql<readonly PlanRequirement[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', x.id, 'order_id', o.id, 'order', coalesce(k.label, o.kind),
    'text', coalesce(t.label, x.kind) || case when x.amount is null then '' else ', ' || x.amount || ' ' || (t.attributes ->> 'unit') end
      || coalesce(': ' || x.detail, ''),
    'covered_by', array(
      select l.text from plan_line l
      join plan p on p.service_id = l.service_id and p.id = l.plan_id and p.status <> 'ended'
      where l.service_id = x.service_id and l.requirement_id = x.id and l.status <> 'stopped' order by l.position, l.id))
    order by o.made_on, o.id, x.from_on, x.id)
  from court_order_requirement x
  join court_order o on o.service_id = x.service_id and o.id = x.order_id
  left join reference_code t on t.list = 'order_requirement' and t.code = x.kind
  left join reference_code k on k.list = 'court_order' and k.code = o.kind
  where x.child_id = ${childId} and x.ended_on is null and o.ended_on is null
    and (o.last_day is null or o.last_day >= british_day(now()))), '[]')`;

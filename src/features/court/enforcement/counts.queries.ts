import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { GroupCount } from '../../../domain/orders/enforcement-counts.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export const countedBy = { ethnicity: 'Ethnicity', sex: 'Sex', care: 'Care' } as const;
export type CountedBy = keyof typeof countedBy;

const notKnown = 'Not known';
// Where sources differ the newest is counted; care is that of the last day of the time.
const groupOf = (by: CountedBy, to: Day) =>
  by === 'ethnicity'
    ? sql<string>`(select coalesce(k.attributes ->> 'yjb_group', ${notKnown}) from characteristic x
        left join reference_code k on k.list = 'ethnicity' and k.code = x.code
        where x.service_id = c.service_id and x.child_id = c.id and x.kind = 'ethnicity' and x.ended_on is null
        order by x.recorded_on desc, x.id desc limit 1)`
    : by === 'sex'
      ? sql<string>`(select k.label from reference_code k where k.list = 'sex' and k.code = c.sex)`
      : sql<string>`(select coalesce(k.label, e.status) from care_episode e
          left join reference_code k on k.list = 'care_status' and k.code = e.status
          where e.service_id = c.service_id and e.child_id = c.id and e.valid_from <= ${to} and coalesce(e.valid_to, 'infinity') >= ${to}
          order by k.sort desc nulls last limit 1)`;

/** Children whose order was in force between two days, by group: of how many it was not kept, who was warned, of whom it went to a court or panel. */
export async function enforcementCounts(
  tx: Tx,
  serviceId: string,
  { by, from, to }: { readonly by: CountedBy; readonly from: Day; readonly to: Day },
): Promise<readonly GroupCount[]> {
  const { rows } = await sql<GroupCount>`
    with under as (
      select distinct c.id, coalesce(${groupOf(by, to)}, ${notKnown}) as "group"
      from reference_code k
      join court_order o on o.service_id = ${serviceId} and o.kind = any (string_to_array(k.attributes ->> 'orders', ' '))
        and coalesce(o.first_day, o.made_on) <= ${to} and coalesce(o.ended_on, o.last_day, 'infinity') >= ${from}
      join child c on c.service_id = o.service_id and c.id = o.child_id
      where k.list = 'enforcement_rule')
    select u."group", count(*)::integer as under_order,
      (count(*) filter (where exists (select 1 from failure_to_comply f where f.service_id = ${serviceId} and f.child_id = u.id
        and f.decision = 'not-acceptable' and f.happened_on between ${from} and ${to})))::integer as not_kept,
      (count(*) filter (where exists (select 1 from order_warning w where w.service_id = ${serviceId} and w.child_id = u.id
        and w.given_on between ${from} and ${to})))::integer as warned,
      (count(*) filter (where exists (select 1 from breach b where b.service_id = ${serviceId} and b.child_id = u.id
        and b.sent_on between ${from} and ${to})))::integer as put
    from under u group by u."group" order by u."group"`.execute(tx);
  return rows;
}

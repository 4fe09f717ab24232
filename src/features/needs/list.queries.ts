import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** A child with special needs, a plan or too few hours, as a board for special needs asks: each fact with when it was told and checked. */
export type ListedChild = {
  readonly id: string;
  readonly number: string;
  readonly forename: string;
  readonly surname: string;
  readonly date_of_birth: Day | null;
  readonly need: string | null;
  readonly has_plan: boolean;
  readonly need_source: string | null;
  readonly need_told_on: Day | null;
  readonly need_verified_on: Day | null;
  readonly provider: string | null;
  readonly provision: string | null;
  readonly provided_since: Day | null;
  readonly provider_verified_on: Day | null;
  readonly week: Day | null;
  readonly expected_hours: string | null;
  readonly offered_hours: string | null;
  readonly attended_hours: string | null;
  readonly below_since: Day | null;
  readonly rung: string | null;
};

type Asked = {
  readonly kind: 'plan' | 'need' | 'below';
  readonly limit: number;
  readonly offset: number;
};

/** Children whom somebody works with now, by name. */
export async function listedChildren(
  tx: Tx,
  serviceId: string,
  { kind, limit, offset }: Asked,
): Promise<readonly ListedChild[]> {
  const { rows } = await sql<ListedChild>`
    with asked as materialized (
      select x.child_id from education_shortfall x where x.service_id = ${serviceId}::uuid and x.ended_on is null and ${kind}::text = 'below'
      union
      select x.child_id from characteristic x
      join reference_code k on k.list = 'send_status' and k.code = x.code and k.attributes ->> case when ${kind}::text = 'plan' then 'has_plan' else 'has_need' end = 'true'
      where x.service_id = ${serviceId}::uuid and x.kind = 'send' and x.ended_on is null and ${kind}::text <> 'below'
    )
    select c.id, c.number, c.forename, c.surname, c.date_of_birth,
      s.label as need, coalesce(s.has_plan, false) as has_plan, s.source as need_source, s.recorded_on as need_told_on, s.verified_on as need_verified_on,
      e.provider, e.label as provision, e.valid_from as provided_since, e.verified_on as provider_verified_on,
      w.week, w.expected_hours, w.offered_hours, w.attended_hours, f.began_week as below_since, f.rung
    from child c
    left join lateral (
      select k.label, k.attributes ->> 'has_plan' = 'true' as has_plan, coalesce(o.label, x.source) as source, x.recorded_on, x.verified_on from characteristic x
      join reference_code k on k.list = 'send_status' and k.code = x.code
      left join reference_code o on o.list = 'information_source' and o.code = x.source
      where x.service_id = c.service_id and x.child_id = c.id and x.kind = 'send' and x.ended_on is null
      order by k.attributes ->> 'has_plan' = 'true' desc, x.verified_on desc nulls last, x.recorded_on desc, x.id limit 1) s on true
    left join lateral (
      select x.provider, coalesce(k.label, x.provision) as label, x.valid_from, x.verified_on from education_episode x
      left join reference_code k on k.list = 'education_type' and k.code = x.provision
      where x.service_id = c.service_id and x.child_id = c.id and x.valid_to is null
      order by x.valid_from desc, x.id limit 1) e on true
    left join lateral (
      select x.week, x.expected_hours, x.offered_hours, x.attended_hours from education_week x
      where x.service_id = c.service_id and x.child_id = c.id and x.gives_way_to is null
      order by x.week desc limit 1) w on true
    left join lateral (
      select x.began_week, (
        select t.rung from education_step t where t.service_id = x.service_id and t.shortfall_id = x.id
        order by array_position(array['board', 'head', 'virtual-school', 'school'], t.rung) limit 1) as rung
      from education_shortfall x
      where x.service_id = c.service_id and x.child_id = c.id and x.ended_on is null) f on true
    where c.service_id = ${serviceId}::uuid and c.merged_into is null and c.id in (select child_id from asked)
      and exists (select 1 from live_work l where l.service_id = c.service_id and l.child_id = c.id)
    order by c.surname, c.forename, c.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

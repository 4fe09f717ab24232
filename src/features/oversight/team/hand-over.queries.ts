import { sql } from 'kysely';
import { caseloadRoles } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type Held = {
  readonly id: string;
  readonly version: number;
  readonly child_id: string;
  readonly child: string;
  readonly since: Day;
  /** What of theirs is open with the child, and what else they do for the child. */
  readonly appointments: number;
  readonly unwritten: number;
  readonly actions: number;
  readonly warnings: number;
  readonly steps: number;
  readonly goes_on: boolean;
};

/** More children than anybody holds. */
const most = 300;

/** The children allocated to one worker, as far as this person sees them. */
export async function heldBy(
  tx: Tx,
  serviceId: string,
  staffId: string,
  now: Date,
): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select r.id, r.version, r.child_id, c.forename || ' ' || c.surname as child, british_day(r.starts_at) as since,
      (select count(*)::int from contact o where o.service_id = r.service_id and o.child_id = r.child_id and o.worker_id = r.staff_id
        and o.status = 'planned' and o.planned_at > ${now}) as appointments,
      (select count(*)::int from contact o where o.service_id = r.service_id and o.child_id = r.child_id and o.worker_id = r.staff_id
        and o.status = 'planned' and o.planned_at <= ${now}) as unwritten,
      (select count(*)::int from action a where a.service_id = r.service_id and a.child_id = r.child_id and a.owner_id = r.staff_id
        and a.done_on is null) as actions,
      (select count(*)::int from warning w where w.service_id = r.service_id and w.child_id = r.child_id and w.owner_id = r.staff_id
        and w.ended_on is null) as warnings,
      (select count(*)::int from work_step w where w.service_id = r.service_id and w.child_id = r.child_id and w.owner_id = r.staff_id
        and w.state = 'open') as steps,
      exists (select 1 from relationship k where k.service_id = r.service_id and k.child_id = r.child_id and k.staff_id = r.staff_id
        and k.ends_at is null and k.kind in ('co-worker', 'partner', 'duty')) as goes_on
    from relationship r
    join child c on c.service_id = r.service_id and c.id = r.child_id and c.merged_into is null
    where r.service_id = ${serviceId} and r.staff_id = ${staffId} and r.kind = 'allocated' and r.ends_at is null
    order by c.surname, c.forename, c.id
    limit ${most}`.execute(tx);
  return rows;
}

export type Taker = {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly job_title: string;
  readonly team: string | null;
  readonly case_limit: number | null;
  readonly holds: number;
};

/** Who may take children now, with how many each holds. */
export async function takersOf(tx: Tx, serviceId: string, today: Day): Promise<readonly Taker[]> {
  const { rows } = await sql<Taker>`
    select s.id, s.name, s.agency, s.job_title, t.name as team, s.case_limit, coalesce(h.holds, 0) as holds
    from staff s
    left join team t on t.service_id = s.service_id and t.id = s.team_id
    left join (select r.staff_id, count(*)::int as holds from relationship r
      where r.service_id = ${serviceId} and r.kind = 'allocated' and r.ends_at is null group by r.staff_id) h on h.staff_id = s.id
    where s.service_id = ${serviceId} and s.role = any(${[...caseloadRoles]}::text[])
      and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date)
    order by s.name, s.id`.execute(tx);
  return rows;
}

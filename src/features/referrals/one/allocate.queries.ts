import { sql } from 'kysely';
import { caseloadRoles } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** A case manager who may take the child. */
export type Worker = {
  readonly id: string;
  readonly name: string;
  readonly job_title: string;
  readonly team: string | null;
  readonly skills: readonly string[];
  readonly case_limit: number | null;
  readonly children: number;
  /** When they worked with this child before, until when; null when never. */
  readonly before: Day | null;
  readonly is_now: boolean;
};

/** Case managers with how many children each holds, those of the manager's own team first. */
export async function workersFor(
  tx: Tx,
  serviceId: string,
  childId: string,
  teamId: string | null,
  today: Day,
): Promise<readonly Worker[]> {
  const { rows } = await sql<Worker>`
    select s.id, s.name, s.job_title, t.name as team, s.skills, s.case_limit, coalesce(held.children, 0) as children,
      (select max(coalesce(british_day(r.ends_at), ${today}::date)) from relationship r where r.service_id = s.service_id and r.staff_id = s.id
        and r.child_id = ${childId} and r.kind in ('allocated', 'co-worker')) as before,
      exists (select 1 from relationship r where r.service_id = s.service_id and r.staff_id = s.id and r.child_id = ${childId}
        and r.kind = 'allocated' and r.ends_at is null) as is_now
    from staff s
    left join team t on t.service_id = s.service_id and t.id = s.team_id
    left join (select r.staff_id, count(*)::int as children from relationship r
      where r.service_id = ${serviceId} and r.kind = 'allocated' and r.ends_at is null group by r.staff_id) held on held.staff_id = s.id
    where s.service_id = ${serviceId} and s.role = any(${[...caseloadRoles]}::text[]) and s.active_from <= ${today} and (s.active_to is null or s.active_to >= ${today})
    order by (s.team_id is not distinct from ${teamId}) desc, held.children nulls first, s.name`.execute(
    tx,
  );
  return rows;
}

/** What about the child may matter to who works with them: language, and whatever else has been said of them. */
export async function matchingFacts(tx: Tx, serviceId: string, childId: string) {
  return tx
    .selectFrom('characteristic as c')
    .leftJoin('reference_code as r', (join) =>
      join.onRef('r.list', '=', 'c.kind').onRef('r.code', '=', 'c.code'),
    )
    .select(['c.kind', 'c.code', 'c.detail', 'c.not_known', 'r.label'])
    .where('c.service_id', '=', serviceId)
    .where('c.child_id', '=', childId)
    .where('c.kind', 'in', ['language', 'interpreter', 'religion'])
    .where('c.ended_on', 'is', null)
    .orderBy('c.kind')
    .orderBy('c.recorded_on', 'desc')
    .limit(10)
    .execute();
}

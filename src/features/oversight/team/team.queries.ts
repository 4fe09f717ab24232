import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import { caseloadRoles } from '../../../domain/access/can.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Team } from './pick-team.ts';

export type TeamWorker = {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly caseLimit: number | null;
  readonly total: number;
};

/** Workers shown on a page; a larger service pages them. */
export const workersAPage = 40;

/** Teams of the service that hold children, for the picker. */
export function teamsOf(tx: Tx, serviceId: string) {
  return tx
    .selectFrom('team')
    .select(['team.id', 'team.name'])
    .where('team.service_id', '=', serviceId)
    .where((build) =>
      build.exists(
        build
          .selectFrom('staff')
          .select('staff.id')
          .whereRef('staff.service_id', '=', 'team.service_id')
          .whereRef('staff.team_id', '=', 'team.id')
          .where('staff.role', 'in', caseloadRoles),
      ),
    )
    .orderBy('team.name')
    .execute();
}

/** The workers of a team, or of the service: those who hold children, and anyone else allocated one. */
export async function teamWorkers(
  tx: Tx,
  serviceId: string,
  teamId: string | null,
  today: string,
  page: number,
): Promise<TeamWorker[]> {
  const { rows } = await sql<TeamWorker>`
    select s.id, s.name, s.job_title as "jobTitle", s.case_limit as "caseLimit", count(*) over ()::int as total
    from staff s
    where s.service_id = ${serviceId} and (${teamId}::uuid is null or s.team_id = ${teamId}::uuid)
      and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date)
      and (s.role = any(${[...caseloadRoles]}::text[]) or exists (
        select 1 from relationship r where r.service_id = s.service_id and r.staff_id = s.id
          and r.kind = 'allocated' and r.ends_at is null))
    order by s.name, s.id
    limit ${workersAPage} offset ${(page - 1) * workersAPage}`.execute(tx);
  return rows;
}

export type Waiting = {
  readonly approvals: number;
  readonly exceptions: number;
  readonly unchanged: number;
  readonly breakGlass: number;
  /** The teams to choose from, which the same page asks for. */
  readonly teams: readonly Team[];
};

/** What waits for a manager of the service, counted from the rows that are open and no others; nobody reviews their own emergency. */
export async function waitingCounts(
  tx: Tx,
  { serviceId, staffId }: Pick<Actor, 'serviceId' | 'staffId'>,
): Promise<Waiting> {
  const { rows } = await sql<Waiting>`select
    (select count(*)::int from assessment where service_id = ${serviceId} and status = 'submitted')
      + (select count(*)::int from closure where service_id = ${serviceId} and status = 'submitted') as approvals,
    (select count(*)::int from gate_exception where service_id = ${serviceId} and reviewed_on is null) as exceptions,
    (select count(*)::int from review where service_id = ${serviceId} and result = 'nothing-changed' and manager_checked_on is null) as unchanged,
    (select count(*)::int from break_glass where service_id = ${serviceId} and reviewed_at is null and staff_id <> ${staffId}) as "breakGlass",
    (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]') from team t
      where t.service_id = ${serviceId} and exists (
        select 1 from staff s where s.service_id = t.service_id and s.team_id = t.id and s.role = any(${caseloadRoles}::text[]))) as teams`.execute(
    tx,
  );
  return rows[0] ?? { approvals: 0, exceptions: 0, unchanged: 0, breakGlass: 0, teams: [] };
}

export type OversightRow = {
  readonly id: string;
  readonly forename: string;
  readonly surname: string;
  readonly worker: string;
  readonly allocatedOn: string;
  readonly lastEntryOn: string | null;
  readonly usualDueOn: string;
  readonly likelihood: string | null;
  readonly safety: string | null;
  readonly harm: string | null;
};

/** Each allocated child with the day a manager last wrote about them and the day the usual time ends. */
export async function oversightRows(
  tx: Tx,
  serviceId: string,
  teamId: string | null,
): Promise<OversightRow[]> {
  const { rows } = await sql<OversightRow>`
    select c.id, c.forename, c.surname, s.name as worker, british_day(r.starts_at) as "allocatedOn", e.day as "lastEntryOn",
      d.due_on as "usualDueOn", a.likelihood_level as likelihood, a.safety_level as safety, a.harm_level as harm
    from staff s
    join relationship r on r.service_id = s.service_id and r.staff_id = s.id and r.kind = 'allocated' and r.ends_at is null
    join child c on c.service_id = r.service_id and c.id = r.child_id and c.merged_into is null
    left join lateral (
      select max(o.entered_on) as day from oversight_entry o
      where o.service_id = c.service_id and o.child_id = c.id and o.kind <> 'break-glass-review') e on true
    left join lateral (
      select likelihood_level, safety_level, harm_level from assessment
      where service_id = c.service_id and child_id = c.id and status = 'signed'
      order by signed_on desc, created_at desc limit 1) a on true
    cross join lateral due_day(c.service_id, 'oversight-entry', coalesce(e.day, british_day(r.starts_at))) d
    where s.service_id = ${serviceId} and (${teamId}::uuid is null or s.team_id = ${teamId}::uuid)
    order by coalesce(e.day, british_day(r.starts_at)), c.id
    limit 1500`.execute(tx);
  return rows;
}

/** Countersignatures of the last year in a team that say nothing, newest first. */
export function silentCountersignatures(
  tx: Tx,
  serviceId: string,
  teamId: string | null,
  since: string,
) {
  return tx
    .selectFrom('assessment')
    .innerJoin('child', (join) =>
      join
        .onRef('child.service_id', '=', 'assessment.service_id')
        .onRef('child.id', '=', 'assessment.child_id'),
    )
    .innerJoin('staff as writer', (join) =>
      join
        .onRef('writer.service_id', '=', 'assessment.service_id')
        .onRef('writer.id', '=', 'assessment.submitted_by'),
    )
    .innerJoin('staff as signer', (join) =>
      join
        .onRef('signer.service_id', '=', 'assessment.service_id')
        .onRef('signer.id', '=', 'assessment.countersigned_by'),
    )
    .select(['assessment.id', 'assessment.child_id', 'assessment.signed_on'])
    .select(['child.forename', 'child.surname', 'writer.name as writer', 'signer.name as signer'])
    .where('assessment.service_id', '=', serviceId)
    .where('assessment.status', '=', sql.lit('signed'))
    .where('assessment.signed_on', '>=', since)
    .where(sql<boolean>`coalesce(trim(assessment.countersign_comment), '') = ''`)
    .$if(teamId !== null, (query) => query.where('writer.team_id', '=', teamId))
    .orderBy('assessment.signed_on', 'desc')
    .limit(50)
    .execute();
}

import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Part } from './team-list.tsx';

export type Approval = {
  readonly kind: 'assessment' | 'closure' | 'decision';
  readonly childId: string;
  readonly subjectId: string;
  readonly involvementId: string | null;
  readonly forename: string;
  readonly surname: string;
  readonly by: string | null;
  readonly byId: string | null;
  readonly since: string;
  readonly dueOn: string | null;
};

/** Work sent in that waits for a manager: assessments and closures, the soonest due first. */
export const approvalsWaiting = (tx: Tx, serviceId: string, part: Part) =>
  waitingFor(tx, serviceId, part, ['assessment', 'closure']);

/** Panel decisions that police have still to confirm, the soonest due first. */
export const decisionsToConfirm = (tx: Tx, serviceId: string, part: Part) =>
  waitingFor(tx, serviceId, part, ['decision']);

async function waitingFor(
  tx: Tx,
  serviceId: string,
  { teamId, limit, offset }: Part,
  kinds: readonly Approval['kind'][],
): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select w.kind, w.child_id as "childId", w.id as "subjectId", w.involvement_id as "involvementId",
      c.forename, c.surname, s.name as by, s.id as "byId", w.since, d.due_on as "dueOn"
    from (
      select 'assessment' as kind, service_id, child_id, id, null::uuid as involvement_id, submitted_by as by, submitted_on as since, 'countersign' as standard
        from assessment where status = 'submitted'
      union all
      select 'closure', service_id, child_id, id, involvement_id, submitted_by, submitted_on, 'closure-approval'
        from closure where status = 'submitted'
      union all
      select 'decision', service_id, child_id, id, null, decided_by, decided_on, 'decision-confirm'
        from decision where status = 'made' and confirmed_by is null and about_table = 'panel_item' and child_id is not null
    ) w
    join child c on c.service_id = w.service_id and c.id = w.child_id
    left join staff s on s.service_id = w.service_id and s.id = w.by
    left join lateral due_day(w.service_id, w.standard, w.since) d on true
    where w.service_id = ${serviceId} and w.kind = any (${[...kinds]}) and (${teamId}::uuid is null or s.team_id = ${teamId}::uuid)
    order by d.due_on nulls last, w.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** Exceptions that no manager has looked at, oldest first. */
export function openExceptions(tx: Tx, serviceId: string, { teamId, limit, offset }: Part) {
  return exceptions(tx)
    .where('gate_exception.service_id', '=', serviceId)
    .where('gate_exception.reviewed_on', 'is', null)
    .$if(teamId !== null, (query) => query.where('maker.team_id', '=', teamId))
    .orderBy('gate_exception.recorded_on')
    .orderBy('gate_exception.id')
    .limit(limit)
    .offset(offset)
    .execute();
}

export function findException(tx: Tx, serviceId: string, exceptionId: string) {
  return exceptions(tx)
    .where('gate_exception.service_id', '=', serviceId)
    .where('gate_exception.id', '=', exceptionId)
    .executeTakeFirst();
}

const exceptions = (tx: Tx) =>
  tx
    .selectFrom('gate_exception')
    .innerJoin('child', (join) =>
      join
        .onRef('child.service_id', '=', 'gate_exception.service_id')
        .onRef('child.id', '=', 'gate_exception.child_id'),
    )
    .innerJoin('staff as maker', (join) =>
      join
        .onRef('maker.service_id', '=', 'gate_exception.service_id')
        .onRef('maker.id', '=', 'gate_exception.created_by'),
    )
    .leftJoin('staff as reviewer', (join) =>
      join
        .onRef('reviewer.service_id', '=', 'gate_exception.service_id')
        .onRef('reviewer.id', '=', 'gate_exception.reviewed_by'),
    )
    .select([
      'gate_exception.id',
      'gate_exception.child_id',
      'gate_exception.gate',
      'gate_exception.requirement',
      'gate_exception.about_table',
      'gate_exception.about_id',
      'gate_exception.reason',
      'gate_exception.recorded_on',
      'gate_exception.reviewed_on',
      'gate_exception.review_note',
      'gate_exception.version',
      'gate_exception.created_by',
      'child.forename',
      'child.surname',
      'maker.name as maker',
      'reviewer.name as reviewer',
    ]);

export type Exception = NonNullable<Awaited<ReturnType<typeof findException>>>;

/** Reviews that changed neither a level nor the plan and that no manager has checked, oldest first. */
export function unchangedReviews(tx: Tx, serviceId: string, { teamId, limit, offset }: Part) {
  return tx
    .selectFrom('review')
    .innerJoin('child', (join) =>
      join
        .onRef('child.service_id', '=', 'review.service_id')
        .onRef('child.id', '=', 'review.child_id'),
    )
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.service_id', '=', 'review.service_id')
        .onRef('staff.id', '=', 'review.held_by'),
    )
    .leftJoin('change_event', (join) =>
      join
        .onRef('change_event.service_id', '=', 'review.service_id')
        .onRef('change_event.id', '=', 'review.change_event_id'),
    )
    .select([
      'review.id',
      'review.child_id',
      'review.held_on',
      'review.no_change_reason',
      'child.forename',
      'child.surname',
      'staff.name as worker',
      'change_event.type as event',
    ])
    .where('review.service_id', '=', serviceId)
    .where('review.result', '=', sql.lit('nothing-changed'))
    .where('review.manager_checked_on', 'is', null)
    .$if(teamId !== null, (query) => query.where('staff.team_id', '=', teamId))
    .orderBy('review.held_on')
    .orderBy('review.id')
    .limit(limit)
    .offset(offset)
    .execute();
}

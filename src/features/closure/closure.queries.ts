import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { ClosureFacts } from '../../domain/closure/checklist.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type KeptSafe, keptSafe } from '../../record/kept-safe.tsx';

/** The child's pieces of work, live ones first, with how far their closing has come. */
export function involvements(tx: Tx, childId: string) {
  return tx
    .selectFrom('involvement as i')
    .leftJoin('closure as c', (join) =>
      join.onRef('c.service_id', '=', 'i.service_id').onRef('c.involvement_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.type', 'i.legal_basis', 'i.started_on', 'i.expected_end', 'i.ended_on'])
    .select([
      'i.end_reason',
      'i.referral_id',
      'c.status as closure_status',
      'c.disengagement_reason',
    ])
    .where('i.child_id', '=', childId)
    .orderBy(sql`i.ended_on is not null`)
    .orderBy('i.started_on', 'desc')
    .orderBy('i.id', 'desc')
    .limit(50)
    .execute();
}

export type Involvement = Awaited<ReturnType<typeof involvements>>[number];

export type StoredClosure = {
  readonly id: string;
  readonly status: 'open' | 'submitted' | 'approved';
  readonly summary: string | null;
  readonly handover: ClosureFacts['handover'];
  readonly handover_to: string | null;
  readonly handover_on: Day | null;
  readonly handover_reason: string | null;
  readonly child_feedback: string | null;
  readonly child_feedback_not_known: string | null;
  readonly parent_feedback: string | null;
  readonly parent_feedback_not_known: string | null;
  readonly victims_told: ClosureFacts['victimsTold'];
  readonly end_reason: string | null;
  readonly disengagement_reason: string | null;
  readonly work_ended_on: Day | null;
  readonly submitted_on: Day | null;
  readonly submitted_by: string | null;
  readonly submitted_by_name: string | null;
  readonly approved_on: Day | null;
  readonly approved_by_name: string | null;
  readonly manager_note: string | null;
  readonly version: number;
};

export type ClosureRecord = {
  readonly involvement_id: string;
  readonly type: string;
  readonly started_on: Day;
  readonly ended_on: Day | null;
  readonly referral_id: string | null;
  readonly closure: StoredClosure | null;
  readonly final_assessment: {
    readonly id: string;
    readonly status: ClosureFacts['finalAssessment'] | 'abandoned';
    readonly likelihood_level: string | null;
    readonly safety_level: string | null;
    readonly harm_level: string | null;
  } | null;
  readonly exit_waiting: number;
  /** The outcome that the work is done under, and its conditions by how they stand. */
  readonly outcome_id: string | null;
  readonly conditions: ClosureFacts['conditions'];
  readonly reviews_open: number;
  /** Appointments to come that nobody has called off. */
  readonly appointments: number;
  readonly gaps: readonly string[];
  readonly victims: number;
  readonly victims_wanting_updates: number;
  readonly kept_safe: readonly KeptSafe[];
  /** What the victim worker still owes those harmed. */
  readonly victim_duties_open: number;
  /** The outcome of which police have not been told with proof, and whether it has ended; null when nothing is owed. */
  readonly notice_owed_for: { readonly id: string; readonly hasEnded: boolean } | null;
  readonly other_live: number;
  /** The reasons for which work ends that say that the child or family did not take part. */
  readonly disengaged_by: readonly string[];
  readonly exceptions: readonly {
    readonly requirement: string;
    readonly reason: string;
    readonly recorded_on: Day;
    readonly name: string | null;
  }[];
};

/** One piece of work with everything that its closing looks at, in one statement. */
export async function closureRecord(
  tx: Tx,
  childId: string,
  involvementId: string,
): Promise<ClosureRecord | undefined> {
  const { rows } = await sql<ClosureRecord>`
    select i.id as involvement_id, i.type, i.started_on, i.ended_on, i.referral_id,
      array(select k.code from reference_code k where k.list = 'closure_reason' and k.attributes ->> 'disengaged' = 'true') as disengaged_by,
      (select to_jsonb(c) || jsonb_build_object('submitted_by_name', s.name, 'approved_by_name', m.name)
        from closure c
        left join staff s on s.service_id = c.service_id and s.id = c.submitted_by
        left join staff m on m.service_id = c.service_id and m.id = c.approved_by
        where c.service_id = i.service_id and c.involvement_id = i.id) as closure,
      (select jsonb_build_object('id', a.id, 'status', a.status, 'likelihood_level', a.likelihood_level,
          'safety_level', a.safety_level, 'harm_level', a.harm_level)
        from assessment a
        where a.service_id = i.service_id and a.child_id = i.child_id and a.kind = 'final' and a.started_on >= i.started_on
        order by (a.status = 'signed') desc, a.started_on desc, a.id desc limit 1) as final_assessment,
      (select count(*)::int from plan_line l
        join plan p on p.service_id = l.service_id and p.id = l.plan_id and p.status <> 'ended'
        where l.service_id = i.service_id and l.child_id = i.child_id and l.kind = 'exit' and l.status <> 'stopped'
          and coalesce(l.accepted, 'waiting') = 'waiting') as exit_waiting,
      (select min(o.id::text) from disposal o where o.service_id = i.service_id and o.involvement_id = i.id) as outcome_id,
      (select jsonb_build_object('open', count(*) filter (where x.standing = 'open'), 'kept', count(*) filter (where x.standing = 'kept'),
          'notKept', count(*) filter (where x.standing = 'not-kept'))
        from outcome_condition x
        join disposal o on o.service_id = x.service_id and o.id = x.disposal_id and o.involvement_id = i.id
        where x.service_id = i.service_id and x.child_id = i.child_id) as conditions,
      (select count(*)::int from review r
        where r.service_id = i.service_id and r.child_id = i.child_id and r.held_on is null) as reviews_open,
      (select count(*)::int from contact c
        where c.service_id = i.service_id and c.child_id = i.child_id and c.status = 'planned' and c.planned_at > now()) as appointments,
      array(select g.gap from record_gap g where g.service_id = i.service_id and g.child_id = i.child_id order by g.gap) as gaps,
      (select count(*)::int from victim_involvement v
        where v.service_id = i.service_id and v.child_id = i.child_id and v.ended_on is null and v.wishes <> 'no-direct-victim') as victims,
      (select count(*)::int from victim_involvement v
        where v.service_id = i.service_id and v.child_id = i.child_id and v.ended_on is null and v.updates_wanted = 'yes') as victims_wanting_updates,
      ${keptSafe(childId)} as kept_safe,
      victim_duties_open(i.child_id) as victim_duties_open,
      (select jsonb_build_object('id', o.id, 'hasEnded', o.completion is not null) from disposal o
        join reference_code k on k.list = 'outcome' and k.code = o.outcome and k.attributes ->> 'police_notice_of_failure' = 'true'
        where o.service_id = i.service_id and o.child_id = i.child_id and o.involvement_id = i.id
          and not exists (select 1 from police_notice n
            where n.service_id = o.service_id and n.disposal_id = o.id and n.sent_on is not null)
        order by o.id limit 1) as notice_owed_for,
      (select count(*)::int from involvement x
        where x.service_id = i.service_id and x.child_id = i.child_id and x.id <> i.id and x.ended_on is null) as other_live,
      coalesce((select jsonb_agg(jsonb_build_object('requirement', e.requirement, 'reason', e.reason,
          'recorded_on', e.recorded_on, 'name', w.name) order by e.id)
        from gate_exception e
        left join staff w on w.service_id = e.service_id and w.id = e.created_by
        where e.service_id = i.service_id and e.about_id = i.id and e.gate = 'closure'), '[]') as exceptions
    from involvement i
    where i.child_id = ${childId} and i.id = ${involvementId}`.execute(tx);
  return rows[0];
}

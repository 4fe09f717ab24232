import { sql } from 'kysely';
import type { Conflict } from '../../../domain/audits/conflicts.data.ts';
import type { RecordItem } from '../../../domain/audits/record-items.data.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';

export type PromptAnswer = { readonly answer: string; readonly note: string | null };
export type Judgement = {
  readonly id: string;
  readonly keyQuestion: string;
  readonly answer: string;
  readonly reason: string;
  readonly prompts: Readonly<Record<string, PromptAnswer>>;
  readonly evidence: readonly RecordItem[];
  readonly version: number;
};
export type Reading = {
  readonly id: string;
  readonly caseId: string;
  readonly auditId: string;
  readonly audit: string;
  readonly auditStatus: string;
  readonly frameworkId: string;
  readonly standards: readonly string[];
  readonly dueOn: Day;
  readonly position: number;
  readonly tier: string;
  readonly reading: 'first' | 'second';
  readonly doneOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly strengths: string | null;
  readonly learning: string | null;
  readonly workerId: string | null;
  readonly worker: string | null;
  readonly managerId: string | null;
  readonly manager: string | null;
  readonly judgements: readonly Judgement[];
  /** The victim whose case it is, by their line's label; null where the child's own case is read. */
  readonly victimId: string | null;
  readonly victim: string | null;
  /** Why this reader must not judge the case, if that came about since it was given to them. */
  readonly tie: Conflict | null;
};

const judgementsOf = (reading: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'keyQuestion', j.key_question, 'answer', j.answer, 'reason', j.reason,
    'prompts', j.prompts, 'evidence', j.evidence, 'version', j.version) order by j.key_question), '[]')
  from audit_judgement j where j.service_id = ${sql.raw(reading)}.service_id and j.reading_id = ${sql.raw(reading)}.id)`;

/** One person's own reading of a child's case with what they have judged so far. */
export async function ownReading(
  tx: Tx,
  actor: { readonly serviceId: string; readonly staffId: string },
  childId: string,
  id: string,
): Promise<Reading | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Reading>`
    select r.id, r.case_id as "caseId", a.id as "auditId", a.title as audit, a.status as "auditStatus", a.framework_id as "frameworkId", a.standards,
      a.due_on as "dueOn", k.position, k.tier, r.reading, r.done_on as "doneOn", k.withdrawn_on as "withdrawnOn", o.strengths, o.learning,
      k.worker_id as "workerId", w.name as worker, w.manager_id as "managerId", m.name as manager, ${judgementsOf('r')} as judgements,
      k.victim_id as "victimId", v.label as victim,
      (select min(t.kind) from audit_ties(array[r.child_id], array[r.reader_id]) t) as tie
    from audit_reading r
    join audit a on a.service_id = r.service_id and a.id = r.audit_id
    join audit_case k on k.service_id = r.service_id and k.id = r.case_id
    left join victim_involvement v on v.service_id = k.service_id and v.id = k.victim_id
    left join staff w on w.service_id = k.service_id and w.id = k.worker_id
    left join staff m on m.service_id = w.service_id and m.id = w.manager_id
    left join lateral reading_words(r.id) o on true
    where r.service_id = ${actor.serviceId} and r.id = ${id} and r.child_id = ${childId} and r.reader_id = ${actor.staffId}`.execute(
    tx,
  );
  return rows[0];
}

/** What stands in a child's record that a judgement may point to, newest first. */
export async function recordItems(
  tx: Tx,
  serviceId: string,
  childId: string,
): Promise<RecordItem[]> {
  const { rows } = await sql<RecordItem>`
    select kind, id, title, day from (
      select 'assessment' as kind, x.id, 'Assessment (' || x.kind || '), ' || case x.status when 'signed' then 'signed' else x.status end
        || ', version ' || x.version as title, coalesce(x.signed_on, x.started_on) as day
      from assessment x where x.service_id = ${serviceId} and x.child_id = ${childId} and x.status <> 'abandoned'
      union all
      select 'plan', x.id, 'Plan, ' || x.status, coalesce(x.agreed_on, x.started_on)
      from plan x where x.service_id = ${serviceId} and x.child_id = ${childId}
      union all
      select 'contact', x.id, coalesce(t.label, x.type) || ': ' || replace(coalesce(x.attendance, x.status), '-', ' '), british_day(coalesce(x.held_at, x.planned_at))
      from contact x left join reference_code t on t.list = 'contact_type' and t.code = x.type
      where x.service_id = ${serviceId} and x.child_id = ${childId} and x.status = 'recorded'
      union all
      select 'review', x.id, 'Review held: ' || replace(x.result, '-', ' '), x.held_on
      from review x where x.service_id = ${serviceId} and x.child_id = ${childId} and x.held_on is not null
      union all
      select 'oversight', x.id, 'Manager’s entry: ' || replace(x.kind, '-', ' '), x.entered_on
      from oversight_entry x where x.service_id = ${serviceId} and x.child_id = ${childId}
      union all
      select 'victim', x.id, x.label || ': wishes ' || replace(x.wishes, '-', ' '), coalesce(x.wishes_on, x.details_received_on, british_day(x.created_at))
      from victim_involvement x where x.service_id = ${serviceId} and x.child_id = ${childId}) items
    order by day desc, kind, id
    limit 60`.execute(tx);
  return rows;
}

export type VictimStep = { readonly day: Day | null; readonly what: string };

/** What was done for the victim whose case is read, as far as a reader who still has to judge it may know. */
export async function victimSteps(tx: Tx, caseId: string): Promise<readonly VictimStep[]> {
  const { rows } = await sql<VictimStep>`
    select day, what from victim_case_steps(${caseId}::uuid) limit 100`.execute(tx);
  return rows;
}

import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { questionText } from '../framework-of.ts';

export type Feedback = {
  readonly id: string;
  readonly caseId: string;
  readonly childId: string;
  readonly child: string | null;
  readonly workerId: string;
  readonly worker: string;
  readonly audit: string;
  readonly frameworkId: string;
  readonly strengths: string;
  readonly learning: string;
  readonly judgements: readonly {
    readonly question: string;
    readonly answer: string;
    readonly reason: string;
  }[];
  readonly sharedOn: Day;
  readonly discussedOn: Day | null;
  readonly discussedBy: string | null;
  readonly version: number;
  readonly actions: readonly {
    readonly id: string;
    readonly what: string;
    readonly owner: string;
    readonly original_due: Day;
    readonly due_on: Day;
    readonly done_on: Day | null;
  }[];
};

type Row = Omit<Feedback, 'judgements'> & {
  readonly judgements: readonly { keyQuestion: string; answer: string; reason: string }[];
};
type Which = { readonly workerId?: string; readonly id?: string };

/** What finished cases say to a worker, those still to talk through first, each with the actions it led to. */
export async function feedbackOf(tx: Tx, serviceId: string, which: Which): Promise<Feedback[]> {
  const wanted = which.id ?? which.workerId ?? '';
  if (!isId(wanted)) return [];
  const { rows } = await sql<Row>`
    select f.id, f.case_id as "caseId", f.child_id as "childId", c.forename || ' ' || c.surname as child, f.worker_id as "workerId", w.name as worker,
      f.audit_title as audit, f.framework_id as "frameworkId", f.strengths, f.learning, f.judgements, f.shared_on as "sharedOn",
      f.discussed_on as "discussedOn", d.name as "discussedBy", f.version, coalesce(a.actions, '[]') as actions
    from audit_feedback f
    join staff w on w.service_id = f.service_id and w.id = f.worker_id
    left join staff d on d.service_id = f.service_id and d.id = f.discussed_by
    left join child c on c.service_id = f.service_id and c.id = f.child_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'what', x.what, 'owner', x.owner_name, 'original_due', x.original_due, 'due_on', x.due_on, 'done_on', x.done_on)
        order by x.due_on) as actions
      from action x where x.service_id = f.service_id and x.child_id = f.child_id and x.about_table = 'audit_case' and x.about_id = f.case_id) a on true
    where f.service_id = ${serviceId} and ${which.id ? sql`f.id` : sql`f.worker_id`} = ${wanted}
    order by f.discussed_on is not null, f.shared_on desc, f.id
    limit 30`.execute(tx);
  return rows.map(({ judgements, ...row }) => ({
    ...row,
    judgements: judgements.map(({ keyQuestion, ...each }) => ({
      ...each,
      question: questionText(row.frameworkId, keyQuestion),
    })),
  }));
}

export type WaitingWorker = {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
  readonly since: Day | null;
  readonly openActions: number;
};

/** Workers whose cases were audited, with how much waits for their supervision. */
export async function workersWithFeedback(
  tx: Tx,
  serviceId: string,
  limit: number,
  offset: number,
): Promise<WaitingWorker[]> {
  const { rows } = await sql<WaitingWorker>`
    select s.id, s.name, count(*) filter (where f.discussed_on is null)::int as waiting,
      min(f.shared_on) filter (where f.discussed_on is null) as since,
      (select count(*)::int from action x where x.service_id = s.service_id and x.owner_id = s.id and x.about_table = 'audit_case'
        and x.done_on is null) as "openActions"
    from audit_feedback f
    join staff s on s.service_id = f.service_id and s.id = f.worker_id
    where f.service_id = ${serviceId}
    group by s.service_id, s.id, s.name
    order by waiting desc, s.name, s.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { ReviewResult } from '../../domain/reviews/review-outcome.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type KeptSafe, keptSafe } from '../../record/kept-safe.tsx';

export type ListedReview = {
  readonly event_id: string | null;
  readonly type: string | null;
  readonly detail: string | null;
  readonly happened_on: Day | null;
  readonly review_id: string | null;
  readonly reason: string | null;
  readonly opened_on: Day;
  readonly due_on: Day;
  readonly held_on: Day | null;
  readonly result: ReviewResult | null;
  readonly manager_checked_on: Day | null;
  readonly recorded_by: string | null;
};

export const pageSize = 25;

/** What happened to the child and the reviews of it, newest first; one more than a page tells whether there is a next. */
export async function changesAndReviews(
  tx: Tx,
  childId: string,
  offset: number,
): Promise<ListedReview[]> {
  const { rows } = await sql<ListedReview>`
    with listed as (
      select e.service_id, e.id as event_id, e.type, e.detail, e.happened_on, r.id as review_id, r.reason,
        e.known_on as opened_on, e.review_due_on as due_on, r.held_on, r.result, r.manager_checked_on,
        e.created_by, e.id as sort_id
      from change_event e
      left join review r on r.service_id = e.service_id and r.change_event_id = e.id
      where e.child_id = ${childId}
      union all
      select r.service_id, null, null, null, null, r.id, r.reason, r.opened_on, r.due_on, r.held_on, r.result,
        r.manager_checked_on, r.created_by, r.id
      from review r
      where r.child_id = ${childId} and r.change_event_id is null)
    select l.event_id, l.type, l.detail, l.happened_on, l.review_id, l.reason, l.opened_on, l.due_on, l.held_on, l.result,
      l.manager_checked_on, s.name as recorded_by
    from listed l
    left join staff s on s.service_id = l.service_id and s.id = l.created_by
    order by l.opened_on desc, l.sort_id desc
    limit ${pageSize + 1} offset ${offset}`.execute(tx);
  return rows;
}

type LevelRow = {
  readonly id: string;
  readonly likelihood: string;
  readonly safety: string;
  readonly harm: string;
  readonly signed_on: Day;
} | null;

export type ReviewRow = {
  readonly id: string;
  readonly reason: string;
  readonly opened_on: Day;
  readonly due_on: Day;
  readonly held_on: Day | null;
  readonly held_by: string | null;
  readonly held_by_name: string | null;
  readonly findings: string | null;
  readonly result: ReviewResult | null;
  readonly no_change_reason: string | null;
  readonly assessment_id: string | null;
  readonly partners_involved: string | null;
  readonly manager_checked_on: Day | null;
  readonly manager_checked_by_name: string | null;
  readonly manager_note: string | null;
  readonly version: number;
  readonly type: string | null;
  readonly happened_on: Day | null;
  readonly known_on: Day | null;
  readonly detail: string | null;
  readonly source: string | null;
  readonly recorded_by: string | null;
  readonly levels_before: LevelRow;
  readonly levels_after: LevelRow;
  readonly lines_changed: readonly { readonly id: string; readonly text: string }[];
  readonly kept_safe: readonly KeptSafe[];
};

/** One review with what happened, and what the record shows to have changed between its opening and its holding. */
export async function oneReview(
  tx: Tx,
  childId: string,
  reviewId: string,
): Promise<ReviewRow | undefined> {
  const { rows } = await sql<ReviewRow>`
    with this as (
      select r.*,
        case when (r.created_at at time zone 'Europe/London')::date = r.opened_on then r.created_at
          else r.opened_on::timestamp at time zone 'Europe/London' end as since,
        coalesce((r.held_on + 1)::timestamp at time zone 'Europe/London', 'infinity'::timestamptz) as until
      from review r
      where r.child_id = ${childId} and r.id = ${reviewId}),
    signed as (
      select a.id, a.likelihood_level as likelihood, a.safety_level as safety, a.harm_level as harm, a.signed_on,
        coalesce(
          (select max(v.saved_at) from assessment_version v
            where v.service_id = a.service_id and v.assessment_id = a.id and v.event = 'sign'),
          (a.signed_on + 1)::timestamp at time zone 'Europe/London' - interval '1 second') as signed_at
      from this
      join assessment a on a.service_id = this.service_id and a.child_id = this.child_id and a.status = 'signed'),
    changed as (
      select p.id, p.text
      from this
      join plan_line p on p.service_id = this.service_id and p.child_id = this.child_id
      where (p.created_at > this.since and p.created_at < this.until)
        or (p.status_on > this.opened_on and p.status_on < this.until)
        or exists (select 1 from change_log l
          where l.service_id = p.service_id and l.table_name = 'plan_line' and l.row_id = p.id::text
            and l.operation = 'update' and l.changed_at > this.since and l.changed_at < this.until))
    select this.id, this.reason, this.opened_on, this.due_on, this.held_on, this.held_by, h.name as held_by_name,
      this.findings, this.result, this.no_change_reason, this.assessment_id, this.partners_involved,
      this.manager_checked_on, m.name as manager_checked_by_name, this.manager_note, this.version,
      e.type, e.happened_on, e.known_on, e.detail, e.source, w.name as recorded_by,
      (select to_jsonb(b) from signed b where b.signed_at <= this.since order by b.signed_at desc, b.id desc limit 1) as levels_before,
      (select to_jsonb(b) from signed b where b.signed_at > this.since and b.signed_at < this.until
        order by b.signed_at desc, b.id desc limit 1) as levels_after,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text) order by c.id) from changed c), '[]') as lines_changed,
      ${keptSafe(childId)} as kept_safe
    from this
    left join change_event e on e.service_id = this.service_id and e.id = this.change_event_id
    left join staff w on w.service_id = e.service_id and w.id = e.created_by
    left join staff h on h.service_id = this.service_id and h.id = this.held_by
    left join staff m on m.service_id = this.service_id and m.id = this.manager_checked_by`.execute(
    tx,
  );
  return rows[0];
}

/** The first steps that somebody has taken up, as actions about the review. */
export const stepsOf = (tx: Tx, reviewId: string) =>
  tx
    .selectFrom('action')
    .select(['id', 'what', 'owner_name', 'due_on', 'original_due', 'done_on'])
    .where('about_table', '=', 'review')
    .where('about_id', '=', reviewId)
    .orderBy('created_at')
    .limit(50)
    .execute();

export type Step = Awaited<ReturnType<typeof stepsOf>>[number];

import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { ChangeEventType } from '../../domain/reviews/change-event-types.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { addRow } from '../../record/rows.ts';

export type Change = {
  readonly happened_on: Day;
  readonly known_on: Day;
  readonly detail: string;
  readonly source: string;
};

/** Records what happened to the child and opens a review of it, due by the kind of change's own time; gives the review. */
export async function recordChange(
  tx: Tx,
  actor: Actor,
  input: { childId: string; type: ChangeEventType; change: Change; today: Day },
): Promise<string> {
  const { childId, type, change, today } = input;
  const dueOn = await reviewDue(tx, actor.serviceId, change.known_on, type.reviewWithin);
  const eventId = await addRow(tx, actor, 'change_event', {
    ...change,
    child_id: childId,
    type: type.code,
    review_due_on: dueOn,
  });
  return addRow(tx, actor, 'review', {
    child_id: childId,
    change_event_id: eventId,
    reason: 'change-event',
    opened_on: today,
    due_on: dueOn,
  });
}

// The kind's own time, or the service's limit for every kind where that is sooner.
async function reviewDue(
  tx: Tx,
  serviceId: string,
  known: Day,
  { number, unit }: ChangeEventType['reviewWithin'],
): Promise<Day> {
  const { rows } = await sql<{ due: Day }>`
    select least(limit_due(${serviceId}::uuid, 'change-event-review', ${known}::date), case when ${unit} = 'days' then ${known}::date + ${number}::int
      else working_days_after(${known}::date, ${number}::int) end) as due`.execute(tx);
  const due = rows[0]?.due;
  if (!due) throw new Error(`The calendar does not reach ${known}`);
  return due;
}

/** Opens the planned review of the plan; due on the day set when the plan was agreed, else by the time limit. */
export async function openPlannedReview(
  tx: Tx,
  actor: Actor,
  input: { childId: string; today: Day },
): Promise<string> {
  const { rows } = await sql<{ due: Day | null }>`
    select coalesce(
      (select p.review_on from plan p where p.child_id = ${input.childId} and p.status = 'agreed'),
      limit_due(${actor.serviceId}::uuid, 'plan-review', ${input.today}::date)) as due`.execute(tx);
  return addRow(tx, actor, 'review', {
    child_id: input.childId,
    reason: 'scheduled',
    opened_on: input.today,
    due_on: rows[0]?.due ?? input.today,
  });
}

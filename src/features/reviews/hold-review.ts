import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { ReviewResult } from '../../domain/reviews/review-outcome.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';

/** Records a review as held, with the result that the record itself shows. */
export async function holdReview(
  tx: Tx,
  actor: Actor,
  input: {
    reviewId: string;
    version: number;
    today: Day;
    result: ReviewResult;
    findings: string;
    partnersInvolved: string | null;
    noChangeReason: string | null;
    assessmentId: string | null;
  },
): Promise<Saved> {
  const result = await tx
    .updateTable('review')
    .set({
      held_on: input.today,
      held_by: actor.staffId,
      result: input.result,
      findings: input.findings,
      partners_involved: input.partnersInvolved,
      no_change_reason: input.result === 'nothing-changed' ? input.noChangeReason : null,
      assessment_id: input.assessmentId,
    })
    .where('id', '=', input.reviewId)
    .where('version', '=', input.version)
    .where('held_on', 'is', null)
    .executeTakeFirst();
  return savedOf(result);
}

/** A manager's check of a held review, kept as an oversight entry too; another look opens a new review. */
export async function checkReview(
  tx: Tx,
  actor: Actor,
  input: {
    childId: string;
    reviewId: string;
    heldBy: string | null;
    today: Day;
    note: string;
    lookAgainBy: Day | null;
  },
): Promise<Saved> {
  const { childId, reviewId, today, note, lookAgainBy } = input;
  const result = await tx
    .updateTable('review')
    .set({ manager_checked_on: today, manager_checked_by: actor.staffId, manager_note: note })
    .where('id', '=', reviewId)
    .where('manager_checked_on', 'is', null)
    .executeTakeFirst();
  const saved = savedOf(result);
  if (saved.kind === 'moved-on') return saved;
  const row = { service_id: actor.serviceId, child_id: childId };
  await tx
    .insertInto('oversight_entry')
    .values({
      ...row,
      id: newId(),
      staff_id: input.heldBy,
      kind: 'review-check',
      about_table: 'review',
      about_id: reviewId,
      text: note,
      entered_on: today,
    })
    .execute();
  if (lookAgainBy)
    await tx
      .insertInto('review')
      .values({ ...row, id: newId(), reason: 'manager', opened_on: today, due_on: lookAgainBy })
      .execute();
  return saved;
}

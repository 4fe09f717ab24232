import { canApprove } from '../../domain/access/can.ts';
import {
  claimProblem,
  levelChanges,
  needsManagerCheck,
  reviewProblems,
  reviewResult,
} from '../../domain/reviews/review-outcome.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { choice } from '../../record/choice-fields.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { changeTypes } from './change-types.ts';
import { canReview } from './changes.routes.ts';
import { ReviewPage } from './review.view.tsx';
import { factsOf, levelsNow } from './review-facts.ts';
import { oneReview, stepsOf } from './reviews.queries.ts';

export const holdFields = {
  findings: longText({
    label: 'What the review found',
    hint: 'What it means for the child’s safety and for others, what the child and family say, and which first steps were taken.',
    required: 'Enter what the review found',
    rows: 6,
  }),
  partners_involved: longText({
    label: 'Who took part (optional)',
    hint: 'Names and agencies. A review works better when the agencies concerned join in.',
    rows: 2,
    max: 2000,
  }),
  result: choice(
    [
      { value: 'levels-changed', text: 'A level, in an assessment signed since' },
      { value: 'plan-changed', text: 'The plan' },
      { value: 'levels-and-plan-changed', text: 'Both' },
      {
        value: 'nothing-changed',
        text: 'Nothing',
        hint: 'Say why below. A manager will look at it.',
      },
    ],
    {
      label: 'What the review changes',
      hint: 'The record is looked at to see that it is so.',
      required: 'Choose what the review changes',
    },
  ),
  no_change_reason: longText({
    label: 'Why nothing needs to change',
    hint: 'Only when nothing changes.',
    rows: 3,
  }),
};

/** A review with its kind of change and each level that moved since it was opened, in a sentence. */
export async function reviewed({ tx, child, param }: ChildContext) {
  const review = await oneReview(tx, child.id, param('reviewId'));
  if (!review) return undefined;
  const types = review.type ? await changeTypes(tx) : [];
  const type = types.find(({ code }) => code === review.type) ?? null;
  const moved = levelChanges(factsOf(review, { findings: null, no_change_reason: null }));
  const steps = type ? await stepsOf(tx, review.id) : [];
  return { review, type, levelChanges: moved, steps };
}

export type Reviewed = NonNullable<Awaited<ReturnType<typeof reviewed>>>;

/** Holding a review: what it found, and what it changes, as the record itself shows it. */
export const holdRoutes = childForm({
  path: urls.reviews.one(':childId', ':reviewId'),
  tab: { under: urls.reviews.list(':childId') },
  reads: 'assessment.view',
  writes: 'review.write',
  fields: holdFields,
  subject: reviewed,
  stored: ({ review }) => review,
  mayWrite: canReview,
  rules: (form, { review }) => {
    const facts = factsOf(review, form);
    const claim = claimProblem(form.result, facts);
    return claim ? [claim] : reviewProblems(facts);
  },
  save: async ({ tx, actor, today }, { review, levelChanges: moved }, form) => {
    if (review.held_on) return { kind: 'moved-on' };
    const result = reviewResult(factsOf(review, form));
    return changeRow(tx, 'review', review, {
      ...form,
      held_on: today,
      held_by: actor.staffId,
      result,
      no_change_reason: result === 'nothing-changed' ? form.no_change_reason : null,
      assessment_id: moved.length > 0 ? (review.levels_after?.id ?? null) : null,
    });
  },
  view: (page) => (
    <ReviewPage
      {...page}
      canCheck={canApprove(page.actor, 'review.check', page.subject.review.held_by)}
    />
  ),
  done: ({ review }, { result }, { child }) => ({
    to: urls.reviews.one(child.id, review.id),
    message: needsManagerCheck(result, levelsNow(review))
      ? 'Saved: the review is held, and a manager will check it'
      : 'Saved: the review is held',
  }),
});

import { z } from 'zod';
import { can, canApprove } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import {
  claimProblem,
  levelChanges,
  needsManagerCheck,
  reviewProblems,
  reviewResult,
} from '../../domain/reviews/review-outcome.ts';
import { lastChange } from '../../platform/db/last-change.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import {
  type FormError,
  optionalDay,
  optionalText,
  parseForm,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { changeTypes } from './change-types.ts';
import { changeRoutes } from './changes.routes.ts';
import { CheckReviewPage } from './check-review.view.tsx';
import { checkReview, holdReview } from './hold-review.ts';
import { ReviewPage } from './review.view.tsx';
import { factsOf, levelsNow } from './review-facts.ts';
import { oneReview, type ReviewRow } from './reviews.queries.ts';

const reviewSchema = z.object({
  version: versionField,
  findings: requiredText('Enter what the review found'),
  partners_involved: optionalText(2000),
  result: requiredChoice(
    ['levels-changed', 'plan-changed', 'levels-and-plan-changed', 'nothing-changed'],
    'Choose what the review changes',
  ),
  no_change_reason: optionalText(),
});

const movedOf = (review: ReviewRow) =>
  levelChanges(factsOf(review, { findings: null, noChangeReason: null }));

async function shown(context: ChildContext, review: ReviewRow) {
  const { tx, child, shell, today } = context;
  const types = review.type ? await changeTypes(tx) : [];
  const type = types.find(({ code }) => code === review.type) ?? null;
  return { shell, child, today, review, type, levelChanges: movedOf(review) };
}

async function one(context: ChildContext, form: Form | null) {
  const { tx, child, actor, page, redirect, notFound, param, today } = context;
  const review = await oneReview(tx, child.id, param('reviewId'));
  if (!review) return notFound();
  const canHold = can(actor, 'review.write') && canWriteFor(actor, 'RC4', child);
  const typed = form?.values ?? {};
  const props = await shown(context, review);
  const draw = (errors: readonly FormError[], movedOn: { name: string } | null = null) =>
    ReviewPage({
      ...props,
      typed,
      errors,
      canHold,
      canCheck: canApprove(actor, 'review.check', review.held_by),
      movedOn,
    });
  if (!form) return page(draw([]));
  if (!canHold) return notFound();
  if (review.held_on) return page(draw([], await lastChange(tx, 'review', review.id)), 409);
  const parsed = parseForm(reviewSchema, form);
  if (!parsed.ok) return page(draw(parsed.errors), 422);
  const value = parsed.value;
  const facts = factsOf(review, {
    findings: value.findings,
    noChangeReason: value.no_change_reason,
  });
  const claim = claimProblem(value.result, facts);
  const problems = claim ? [claim] : reviewProblems(facts);
  const errors = problems.map(({ anchor, message }) => ({
    field: anchor.replaceAll('-', '_'),
    message,
  }));
  if (errors.length > 0) return page(draw(errors), 422);
  const result = reviewResult(facts);
  const saved = await holdReview(tx, actor, {
    reviewId: review.id,
    version: value.version,
    today,
    result,
    findings: value.findings,
    partnersInvolved: value.partners_involved,
    noChangeReason: value.no_change_reason,
    assessmentId: props.levelChanges.length > 0 ? (review.levels_after?.id ?? null) : null,
  });
  if (saved.kind === 'moved-on')
    return page(draw([], await lastChange(tx, 'review', review.id)), 409);
  return redirect(
    urls.reviews.one(child.id, review.id),
    needsManagerCheck(result, levelsNow(review))
      ? 'Saved: the review is held, and a manager will check it'
      : 'Saved: the review is held',
  );
}

const checkSchema = z
  .object({
    verdict: requiredChoice(['agree', 'look-again'], 'Choose whether you agree'),
    note: requiredText('Enter your note', 5000),
    again_on: optionalDay({ label: 'The day to look again by' }),
  })
  .superRefine((value, context) => {
    if (value.verdict === 'look-again' && value.again_on === null)
      context.addIssue({
        code: 'custom',
        path: ['again_on'],
        message: 'Enter by when it is looked at again',
      });
  });

async function check(context: ChildContext, form: Form | null) {
  const { tx, child, actor, page, redirect, notFound, param, today } = context;
  const review = await oneReview(tx, child.id, param('reviewId'));
  if (!review?.held_on) return notFound();
  const isOwn = !canApprove(actor, 'review.check', review.held_by);
  const isDone = review.manager_checked_on !== null;
  const props = await shown(context, review);
  const draw = (errors: readonly FormError[]) =>
    CheckReviewPage({ ...props, errors, typed: form?.values ?? {}, isOwn, isDone });
  if (!form) return page(draw([]));
  if (isOwn)
    return page(
      draw([
        { field: 'own', message: 'You held this review yourself: another manager has to check it' },
      ]),
      422,
    );
  const parsed = parseForm(checkSchema, form);
  if (!parsed.ok) return page(draw(parsed.errors), 422);
  const { verdict, note, again_on } = parsed.value;
  const saved = await checkReview(tx, actor, {
    childId: child.id,
    reviewId: review.id,
    heldBy: review.held_by,
    today,
    note,
    lookAgainBy: verdict === 'look-again' ? again_on : null,
  });
  if (saved.kind === 'moved-on') return page(draw([]), 409);
  return redirect(urls.reviews.one(child.id, review.id), 'Saved: you have checked the review');
}

/** What happens to a child, the reviews it opens, and the manager's check of them. */
export const reviewsRoutes: readonly Route[] = [
  ...changeRoutes,
  childRoute({
    method: 'get',
    path: urls.reviews.one(':childId', ':reviewId'),
    tab: { under: urls.reviews.list(':childId') },
    permission: 'assessment.view',
    audit: 'view',
    handle: (context) => one(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.reviews.one(':childId', ':reviewId'),
    permission: 'review.write',
    audit: 'change',
    handle: async (context) => one(context, await context.form()),
  }),
  childRoute({
    method: 'get',
    path: urls.reviews.check(':childId', ':reviewId'),
    permission: 'review.check',
    audit: 'view',
    handle: (context) => check(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.reviews.check(':childId', ':reviewId'),
    permission: 'review.check',
    audit: 'change',
    handle: async (context) => check(context, await context.form()),
  }),
];

import { z } from 'zod';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { lastChange } from '../../platform/db/last-change.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import {
  type FormError,
  optionalText,
  parseForm,
  requiredChoice,
  requiredDay,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { AgreePage } from './agree.view.tsx';
import { agreePlan, changeWords } from './agree-plan.ts';
import { agreementFields, lacksOf, mendsOf } from './plan-draft.ts';
import { currentPlan, planNeeds } from './plans.queries.ts';
import { WordsPage } from './words.view.tsx';

const said = (question: string) => requiredChoice(['yes', 'no', 'could-not-answer'], question);

const agreeSchema = (today: string) =>
  z.object({
    version: versionField,
    child_agrees: said('Select whether the child agrees with the plan'),
    child_agrees_note: optionalText(2000),
    parent_agrees: said('Select whether a parent or carer agrees with the plan'),
    parent_agrees_note: optionalText(2000),
    agreed_on: requiredDay({
      label: 'The day you agreed it',
      required: 'Enter when you agreed it together',
      notAfter: today,
    }),
    review_on: requiredDay({
      label: 'The day of the review',
      required: 'Enter when the plan will be reviewed',
      notBefore: today,
    }),
  });

async function agree(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound } = context;
  const plan = await currentPlan(tx, child.id);
  if (!plan || plan.status === 'ended' || !canWriteFor(actor, 'RC5', child)) return notFound();
  const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  const lacking = lacksOf(plan, needs, child.id);
  const draw = (errors: readonly FormError[], movedOn: { name: string } | null = null) =>
    AgreePage({
      shell,
      child,
      today,
      plan,
      errors,
      typed: form?.values ?? {},
      mends: lacking,
      reviewDue: needs.reviewDue,
      movedOn,
    });
  if (!form) return page(draw([]));
  const parsed = parseForm(agreeSchema(today), form);
  const inPlan = lacking.map(({ anchor, message }) => ({ field: anchor, message }));
  if (!parsed.ok) return page(draw([...inPlan, ...parsed.errors]), 422);
  const { version, ...answers } = parsed.value;
  const errors = mendsOf({ ...plan, ...answers }, needs, child.id).map(({ anchor, message }) => ({
    field: agreementFields[anchor] ?? anchor,
    message,
  }));
  if (errors.length > 0) return page(draw(errors), 422);
  const saved = savedOf(await agreePlan(tx, { planId: plan.id, version, answers }));
  if (saved.kind === 'moved-on') return page(draw([], await lastChange(tx, 'plan', plan.id)), 409);
  return redirect(urls.plans.current(child.id), 'Saved: the plan is agreed');
}

const wordsSchema = z.object({
  version: versionField,
  child_words: optionalText(),
  parent_words: optionalText(),
  adaptations: optionalText(),
});

async function words(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound } = context;
  const plan = await currentPlan(tx, child.id);
  if (!plan || plan.status === 'ended' || !canWriteFor(actor, 'RC5', child)) return notFound();
  const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  const typed = form?.values ?? {};
  const draw = (errors: readonly FormError[], movedOn: { name: string } | null = null) =>
    WordsPage({
      shell,
      child,
      today,
      plan,
      errors,
      typed,
      adaptationsNeeded: needs.assessment.adaptationsNeeded,
      movedOn,
    });
  if (!form) return page(draw([]));
  const parsed = parseForm(wordsSchema, form);
  if (!parsed.ok) return page(draw(parsed.errors), 422);
  const { version, ...given } = parsed.value;
  const saved = savedOf(await changeWords(tx, { planId: plan.id, version, words: given }));
  if (saved.kind === 'moved-on') return page(draw([], await lastChange(tx, 'plan', plan.id)), 409);
  return redirect(urls.plans.current(child.id), 'Saved: their words');
}

/** Agreeing the plan with the child and a parent, and their own words about it. */
export const planAgreementRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.plans.agree(':childId'),
    permission: 'plan.write',
    audit: 'view',
    handle: (context) => agree(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.plans.agree(':childId'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => agree(context, await context.form()),
  }),
  childRoute({
    method: 'get',
    path: urls.plans.words(':childId'),
    permission: 'plan.write',
    audit: 'view',
    handle: (context) => words(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.plans.words(':childId'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => words(context, await context.form()),
  }),
];

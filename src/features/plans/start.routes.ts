import { z } from 'zod';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm, requiredText } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { currentPlan, planNeeds } from './plans.queries.ts';
import { StartPlanPage } from './start.view.tsx';
import { startPlan } from './start-plan.ts';

const startSchema = z.object({
  exit_text: requiredText('Enter who or what carries on when this work ends', 500),
  exit_who: requiredText('Enter who will make it happen', 120),
});

async function begin(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound } = context;
  if (!canWriteFor(actor, 'RC5', child)) return notFound();
  const plan = await currentPlan(tx, child.id);
  if (plan && plan.status !== 'ended')
    return redirect(urls.plans.current(child.id), 'This child already has a plan: work on it here');
  const { assessment, signedOn } = await planNeeds(tx, {
    id: child.id,
    serviceId: actor.serviceId,
    today,
  });
  const draw = (errors: readonly FormError[]) =>
    StartPlanPage({ shell, child, today, errors, typed: form?.values ?? {}, assessment, signedOn });
  if (!form) return page(draw([]));
  const parsed = parseForm(startSchema, form);
  if (!parsed.ok) return page(draw(parsed.errors), 422);
  const { exit_text: text, exit_who: who } = parsed.value;
  await startPlan(tx, actor, { childId: child.id, today, exit: { text, who }, assessment });
  return redirect(urls.plans.current(child.id), 'The plan is started. Add the goals next.');
}

/** Starting a plan, its exit step first. */
export const startRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.plans.start(':childId'),
    permission: 'plan.write',
    audit: 'view',
    handle: (context) => begin(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.plans.start(':childId'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => begin(context, await context.form()),
  }),
];

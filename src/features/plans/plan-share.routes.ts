import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { choicesOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import {
  type FormError,
  parseForm,
  requiredDay,
  requiredText,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { currentPlan } from './plans.queries.ts';
import { SharePage } from './share.view.tsx';

const shareSchema = (today: string) =>
  z.object({
    agency: requiredText('Choose the agency'),
    shared_with: requiredText('Enter who got it', 200),
    what: requiredText('Enter what part of the plan they got', 2000),
    lawful_basis: requiredText('Enter the lawful basis', 300),
    shared_on: requiredDay({
      label: 'The day',
      required: 'Enter when it was shared',
      notAfter: today,
    }),
  });

async function share(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound } = context;
  const plan = await currentPlan(tx, child.id);
  const mayWrite = !can(actor, 'plan.write') || canWriteFor(actor, 'RC5', child);
  if (!plan || plan.status === 'ended' || !mayWrite) return notFound();
  if (form?.text('action') === 'acknowledge') {
    if (!isId(form.text('share'))) return notFound();
    await tx
      .updateTable('plan_share')
      .set({ acknowledged_on: today })
      .where('id', '=', form.text('share'))
      .where('plan_id', '=', plan.id)
      .where('acknowledged_on', 'is', null)
      .execute();
    return redirect(urls.plans.share(child.id), 'Saved: they have it');
  }
  const agencies = choicesOf((await codeLists(tx, ['agency'])).agency);
  const draw = (errors: readonly FormError[]) =>
    SharePage({
      shell,
      child,
      today,
      errors,
      typed: form?.values ?? {},
      shares: plan.shares,
      agencies,
    });
  if (!form) return page(draw([]));
  const parsed = parseForm(shareSchema(today), form);
  if (!parsed.ok) return page(draw(parsed.errors), 422);
  await tx
    .insertInto('plan_share')
    .values({
      ...parsed.value,
      service_id: actor.serviceId,
      id: newId(),
      child_id: child.id,
      plan_id: plan.id,
    })
    .execute();
  return redirect(urls.plans.share(child.id), 'Saved: what was shared');
}

/** What part of the plan went to which agency. */
export const planShareRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.plans.share(':childId'),
    permission: 'plan.share',
    audit: 'view',
    handle: (context) => share(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.plans.share(':childId'),
    permission: 'plan.share',
    audit: 'change',
    handle: async (context) => share(context, await context.form()),
  }),
];

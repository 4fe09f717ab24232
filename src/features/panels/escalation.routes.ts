import { can } from '../../domain/access/can.ts';
import { limitDue } from '../../platform/db/limit-due.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { decisionOne } from './decision.queries.ts';
import type { DecisionOne } from './decision-rows.ts';
import { groundsForm, raise, resolve, resultForm } from './escalate.ts';
import { EscalatePage, EscalationPage, nextLevel } from './escalation.view.tsx';
import { fieldErrors } from './field-errors.ts';
import { outcomeLabel, outcomesOf } from './outcomes.queries.ts';

const raisePath = urls.panels.escalate(':childId', ':decisionId');
const stepPath = urls.panels.escalation(':childId', ':escalationId');

export const escalationRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: raisePath,
    permission: 'decision.escalate',
    audit: 'view',
    handle: async (context) => {
      const decision = await disputable(context);
      return decision ? drawEscalate(context, decision, null, []) : context.notFound();
    },
  }),
  childRoute({
    method: 'post',
    path: raisePath,
    permission: 'decision.escalate',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const decision = await disputable(context);
      if (!decision) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(groundsForm, form);
      if (!parsed.ok) return drawEscalate(context, decision, form, parsed.errors);
      const made = await raise(tx, actor, child.id, decision, parsed.value.grounds, today);
      if (made.kind === 'refused')
        return drawEscalate(context, decision, form, fieldErrors(made.problems));
      return redirect(
        urls.panels.decision(child.id, decision.id),
        'Saved: the disagreement is open, and the outcome waits for its answer',
      );
    },
  }),
  childRoute({
    method: 'get',
    path: stepPath,
    tab: { under: urls.panels.childItems(':childId') },
    permission: 'panel.view',
    audit: 'view',
    handle: async (context) => {
      const decision = await decisionOne(context.tx, context.child.id, {
        escalationId: context.param('escalationId'),
      });
      return decision ? drawStep(context, decision, null, []) : context.notFound();
    },
  }),
  childRoute({
    method: 'post',
    path: stepPath,
    permission: 'escalation.resolve',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, param, redirect, notFound } = context;
      const decision = await decisionOne(tx, child.id, { escalationId: param('escalationId') });
      const step = decision?.escalations.find(({ id }) => id === param('escalationId'));
      if (!decision || !step) return notFound();
      const form = await context.form();
      const parsed = parseForm(resultForm, form);
      if (!parsed.ok) return drawStep(context, decision, form, parsed.errors);
      const done = await resolve(tx, actor, decision, step, parsed.value, today);
      if (done.kind === 'refused')
        return drawStep(context, decision, form, fieldErrors(done.problems));
      if (done.kind === 'moved-on') return drawStep(context, decision, form, [], true);
      return parsed.value.result === 'changed'
        ? redirect(
            urls.panels.decide(child.id, decision.item_id),
            'Saved: the decision changes. Record the new one here.',
          )
        : redirect(urls.panels.decision(child.id, decision.id), 'Saved: the decision is upheld');
    },
  }),
];

/** A decision that may still be disagreed with: not replaced, and its outcome not given. */
async function disputable({ tx, child, param }: ChildContext): Promise<DecisionOne | null> {
  const decision = await decisionOne(tx, child.id, { decisionId: param('decisionId') });
  return decision && decision.status !== 'replaced' && decision.given_on === null ? decision : null;
}

async function drawEscalate(
  { tx, actor, child, shell, today, page }: ChildContext,
  decision: DecisionOne,
  form: Form | null,
  errors: readonly FormError[],
) {
  const next = nextLevel(decision);
  return page(
    EscalatePage({
      answerBy: next ? await limitDue(tx, actor.serviceId, next.limit, today) : null,
      shell,
      child,
      today,
      decision,
      outcome: outcomeLabel(await outcomesOf(tx))(decision.outcome),
      errors,
      typed: form?.values ?? {},
    }),
    errors.length > 0 ? 422 : 200,
  );
}

async function drawStep(
  { tx, actor, child, shell, today, param, page, notFound }: ChildContext,
  decision: DecisionOne,
  form: Form | null,
  errors: readonly FormError[],
  movedOn = false,
) {
  const step = decision.escalations.find(({ id }) => id === param('escalationId'));
  if (!step) return notFound();
  const mayResolve =
    can(actor, 'escalation.resolve') && step.result === null && step.raisedBy !== actor.staffId;
  return page(
    EscalationPage({
      shell,
      child,
      today,
      decision,
      outcome: outcomeLabel(await outcomesOf(tx))(decision.outcome),
      step,
      mayResolve,
      movedOn,
      errors,
      typed: form?.values ?? {},
    }),
    movedOn ? 409 : errors.length > 0 ? 422 : 200,
  );
}

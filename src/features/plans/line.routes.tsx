import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { pressed } from '../../record/choice-fields.tsx';
import type { FieldSet } from '../../record/field.ts';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { LinePage } from './line.view.tsx';
import { lineChoices } from './line-choices.ts';
import { lineFields, progressFields, why } from './line-fields.ts';
import { actionsAbout, currentPlan, lineHistory } from './plans.queries.ts';

async function subject(context: ChildContext) {
  const { tx, c, child, actor, today, param } = context;
  const plan = await currentPlan(tx, child.id);
  const line = plan?.lines.find(({ id }) => id === param('lineId'));
  if (!plan || !line) return undefined;
  const sent = c.req.method === 'POST' ? (await context.form()).text('action') : '';
  const { options, risks, keptSafe } = await lineChoices(context, plan, line);
  return {
    line,
    options,
    keptSafe,
    plan: plan.status,
    words: {
      ...lineFields(line.kind, {
        forename: child.forename,
        risks,
        isThere: true,
        hasConditions: options.conditions.length > 0,
        hasRequirements: options.requirements.length > 0,
      }),
      ...(plan.status === 'agreed' ? { why } : {}),
    },
    progress: progressFields(line.kind),
    isProgress: sent === 'progress',
    mayWrite: canWriteFor(actor, 'RC5', child),
    history: await lineHistory(tx, line.id),
    actions: line.kind === 'contingency' ? await actionsAbout(tx, line.id) : [],
    today,
  };
}

export type OpenLine = NonNullable<Awaited<ReturnType<typeof subject>>>;

/** One line: its words, and how it goes. After the plan was agreed a change of words is marked, with the reason and the day. */
export const lineRoutes = childForm({
  path: urls.plans.line(':childId', ':lineId'),
  reads: 'plan.view',
  writes: 'plan.write',
  fields: ({ words, progress }): FieldSet => ({ ...words, ...progress, action: pressed }),
  asks: ({ words, progress, isProgress }) => Object.keys(isProgress ? progress : words),
  subject,
  options: (_context, { options }) => options,
  mayWrite: (_context, line) => line.mayWrite,
  closed: ({ plan }) =>
    plan === 'ended' ? 'The plan has ended, and nothing in it is changed' : null,
  stored: ({ line, today }) => ({
    ...line,
    status: line.status === 'changed' ? 'open' : line.status,
    status_on: line.status_on ?? today,
  }),
  rules: ({ status, accepted, status_note }, { isProgress }) => {
    const isDeclined = accepted === 'declined';
    if (!isProgress || status_note || !(isDeclined || status === 'stopped')) return [];
    const message = isDeclined ? 'Enter why it was declined' : 'Enter why it was stopped';
    return [{ field: 'status_note', message }];
  },
  save: ({ tx }, { line, plan, isProgress, today }, { why: reason, ...values }) => {
    const mark = { status: 'changed', status_note: reason, status_on: today };
    const columns = isProgress || plan !== 'agreed' ? values : { ...values, ...mark };
    return changeRow(tx, 'plan_line', line, columns as never);
  },
  view: LinePage,
  done: (_line, _values, { child }) => ({
    to: urls.plans.current(child.id),
    message: 'Saved: the line is changed',
  }),
});

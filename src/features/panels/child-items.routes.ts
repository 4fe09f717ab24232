import { owesPoliceNotice } from '../../domain/panels/outcomes.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { ChildItemsPage } from './child-items.view.tsx';
import { canBePutForward, childPanelRows } from './items.queries.ts';
import { mayChange } from './may-change.ts';
import { outcomeLabel, outcomesOf, requirementLabel } from './outcomes.queries.ts';
import { putForward, putForwardForm } from './put-forward.ts';

export const childItemsRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.panels.childItems(':childId'),
    tab: { room: 'work', text: 'Panel and outcomes' },
    permission: 'panel.view',
    audit: 'view',
    handle: (context) => drawItems(context, null, []),
  }),
  childRoute({
    method: 'post',
    path: urls.panels.childItems(':childId'),
    permission: 'panel.prepare',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, now, redirect } = context;
      if (!mayChange(actor, child, 'panel.prepare')) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(putForwardForm, form);
      if (!parsed.ok) return drawItems(context, form, parsed.errors);
      const open = await canBePutForward(tx, child.id, now);
      const id = await putForward(tx, actor, child.id, parsed.value, open);
      if (!id) {
        const message = 'That referral or panel is no longer open: choose again';
        return drawItems(context, form, [{ field: 'panel', message }]);
      }
      return redirect(urls.panels.item(child.id, id), 'Saved: the referral is on the panel’s list');
    },
  }),
];

async function drawItems(context: ChildContext, form: Form | null, errors: readonly FormError[]) {
  const { tx, actor, child, shell, today, now, page } = context;
  const outcomes = await outcomesOf(tx);
  return page(
    ChildItemsPage({
      shell,
      child,
      today,
      rows: await childPanelRows(tx, child.id),
      open: mayChange(actor, child, 'panel.prepare')
        ? await canBePutForward(tx, child.id, now)
        : null,
      outcomeLabel: outcomeLabel(outcomes),
      requirementLabel,
      noticeState: (row) => {
        const outcome = outcomes.find(({ code }) => code === row.outcome);
        const notice = { sentOn: row.notice_sent_on, proof: row.notice_proof ?? '' };
        if (outcome && owesPoliceNotice(outcome, row.completion, notice)) return 'owed';
        return row.notice_sent_on ? 'sent' : 'none';
      },
      errors,
      typed: form?.values ?? {},
    }),
    errors.length > 0 ? 422 : 200,
  );
}

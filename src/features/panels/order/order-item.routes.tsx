import { can } from '../../../domain/access/can.ts';
import { britishDay, formatInstant } from '../../../domain/calendar/british-time.ts';
import { orderMeetings } from '../../../domain/panels/order-meeting.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import { urls } from '../../../urls.ts';
import { isOpen } from '../item/open-item.ts';
import { stateWords } from '../item/state-words.tsx';
import { takeOff } from '../item/take-off.ts';
import { TakeOffForm } from '../item/take-off-form.view.tsx';
import { mayChange } from '../may-change.ts';
import { openPapers } from '../panel/open-papers.ts';
import { invitationRoutes } from './invitations.routes.tsx';
import { ofOrderRoutes } from './of-order.routes.tsx';
import { orderItem } from './order.queries.ts';
import { orderPaperRoutes } from './order-paper.routes.tsx';

async function subject({ tx, actor, child, today, param }: ChildContext) {
  const item = await orderItem(tx, child.id, param('itemId'));
  if (!item) return undefined;
  const prepares = mayChange(actor, child, 'panel.prepare');
  return {
    item,
    prepares,
    /** The day has come, and this person records what courts and panels do. */
    records: prepares && can(actor, 'court.write') && britishDay(item.starts_at) <= today,
    readsPaper:
      can(actor, 'panel.paper') &&
      !item.my_conflict &&
      (item.state === 'listed' ? prepares : item.paper_open),
  };
}

/** The place of an order on one panel: its paper, who is asked, and what is to be done next. */
export const orderItemRoutes: readonly Route[] = [
  ...ofOrderRoutes,
  ...childForm({
    path: urls.panels.orderItem(':childId', ':itemId'),
    tab: { under: urls.court.orders(':childId') },
    reads: 'panel.view',
    writes: 'panel.prepare',
    mayWrite: (_context, { prepares }) => prepares,
    fields: takeOff,
    subject,
    stored: ({ item }) => item,
    save: async ({ tx, actor }, { item }, columns) => {
      if (!isOpen(item)) return { kind: 'moved-on' };
      const saved = await changeRow(tx, 'panel_item', item, columns);
      if (saved.kind === 'saved') await openPapers(tx, actor, item.panel_id);
      return saved;
    },
    view: ({
      context: { child },
      context,
      subject: { item, readsPaper, records },
      form: { F, ...form },
    }) => (
      <ChildFrame
        context={context}
        title={orderMeetings[item.meeting]}
        heading={
          <>
            <span class="govuk-caption-l">
              {item.panel_name}, {formatInstant(item.starts_at)}
            </span>
            {orderMeetings[item.meeting]}
          </>
        }
        faults={form.faults}
        back={{ href: urls.panels.ofOrder(child.id, item.order_id), text: 'Panel and contract' }}
      >
        <p class="govuk-body">
          <span class="fh-badge fh-badge-neutral">{stateWords[item.state]}</span>
          {item.state_reason ? ` ${item.state_reason}` : ''}{' '}
          <a class="govuk-link" href={urls.panels.one(item.panel_id)}>
            See the whole panel
          </a>
        </p>
        <div class="fh-actions">
          {readsPaper ? (
            <Button
              text={item.state === 'listed' ? 'Prepare the paper' : 'Read the paper'}
              href={urls.panels.orderPaper(child.id, item.id)}
              classes="govuk-button--secondary"
            />
          ) : null}
          {form.mayWrite ? (
            <a class="govuk-link" href={urls.panels.invitations(child.id, item.id)}>
              Who is asked
            </a>
          ) : null}
          {item.met_id && can(context.actor, 'child.view') ? (
            <a class="govuk-link" href={urls.court.met(child.id, item.met_id)}>
              What the panel came to
            </a>
          ) : null}
          {records && isOpen(item) ? (
            <Button
              text="Record what the panel came to"
              href={urls.court.meets(child.id, item.id)}
            />
          ) : null}
          {item.my_conflict || item.state === 'decided' ? null : (
            <a class="govuk-link" href={urls.panels.conflict(child.id, item.id)}>
              Declare a conflict of interest
            </a>
          )}
        </div>
        {form.mayWrite && (isOpen(item) || form.conflict) ? (
          <TakeOffForm item={item} form={{ ...form, F }} />
        ) : null}
      </ChildFrame>
    ),
    done: ({ item }, _value, { child }) => ({
      to: urls.panels.ofOrder(child.id, item.order_id),
      message: 'Saved: no longer on that panel’s list',
    }),
  }),
  ...invitationRoutes,
  ...orderPaperRoutes,
];

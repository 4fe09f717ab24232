import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { meetingOutcomes, orderMeetings } from '../../../domain/panels/order-meeting.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, code } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { Items } from '../../../record/items.tsx';
import { addRow, changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { stateWords } from '../item/state-words.tsx';
import { mayChange } from '../may-change.ts';
import { type PanelOrder, panelOrder } from './order.queries.ts';

const fields = {
  meeting: choice(
    Object.entries(orderMeetings).map(([value, text]) => ({ value, text })),
    {
      label: 'What does the panel meet for?',
      hint: 'A progress meeting must be called when the child has not kept the contract, wants it changed, or it should end early.',
      required: 'Choose what the panel meets for',
      as: 'small-radios',
    },
  ),
  panel_id: code('panels', {
    label: 'Panel',
    hint: 'Nobody on the panel sees anything until you have made the paper.',
    required: 'Choose a panel',
  }),
};

const headline = ({ made_on, court, first_day, last_day, ended_on }: PanelOrder): string => {
  const made = `Made on ${formatDay(made_on)} by ${court}.`;
  if (ended_on) return `${made} Ended on ${formatDay(ended_on)}.`;
  return first_day && last_day
    ? `${made} The contract runs from ${formatDay(first_day)} to ${formatDay(last_day)}.`
    : `${made} It runs from the day on which a contract takes effect.`;
};

/** The panels of one order: each meeting, and the form that puts it on the next. */
export const ofOrderRoutes = childForm({
  path: urls.panels.ofOrder(':childId', ':orderId'),
  tab: { under: urls.court.orders(':childId') },
  reads: 'panel.view',
  writes: 'panel.prepare',
  mayWrite: ({ actor, child }) => mayChange(actor, child, 'panel.prepare'),
  fields,
  subject: ({ tx, child, now, param }: ChildContext) =>
    panelOrder(tx, child.id, param('orderId'), now),
  options: (_context, { panels }) => ({
    panels: panels.map(({ id, name, starts_at }) => ({
      value: id,
      text: `${name}, ${formatInstant(starts_at)}`,
    })),
  }),
  begins: ({ first_day }) => ({ meeting: first_day ? 'review' : 'first' }),
  save: async ({ tx, actor, child }, { id: order_id, ended_on }, { panel_id, meeting }) => {
    if (ended_on) return { kind: 'moved-on' };
    // One that was taken off the same panel before is put back.
    const before = await tx
      .selectFrom('panel_item')
      .select(['id', 'version'])
      .where('panel_id', '=', panel_id)
      .where('order_id', '=', order_id)
      .executeTakeFirst();
    const row = { meeting, state: 'listed', state_reason: null };
    if (before) return { ...(await changeRow(tx, 'panel_item', before, row)), id: before.id };
    const made = { ...row, panel_id, order_id, child_id: child.id };
    return { kind: 'saved', id: await addRow(tx, actor, 'panel_item', made) };
  },
  view: ({ context, subject, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Panel and contract"
      heading={
        <>
          <span class="govuk-caption-l">{subject.label}</span>
          Panel and contract
        </>
      }
      faults={form.faults}
      back={
        can(context.actor, 'child.view')
          ? { href: urls.court.order(context.child.id, subject.id), text: 'Back to the order' }
          : { href: urls.panels.list, text: 'Panels' }
      }
    >
      <p class="govuk-body">{headline(subject)}</p>
      {subject.terms.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">The contract</h2>
          <Items
            items={subject.terms.map(({ what, place, due_on }) => ({
              title: what,
              lines: [place ?? '', `By ${formatDay(due_on)}`],
            }))}
          />
        </>
      ) : null}
      <h2 class="govuk-heading-m">Meetings</h2>
      {subject.meetings.length > 0 ? (
        <Items
          items={subject.meetings.map(({ id, panel_name, starts_at, meeting, ...item }) => ({
            title: `${orderMeetings[meeting]}, ${formatInstant(starts_at)}`,
            badges: [
              item.waits_for_signing
                ? { text: 'Waits to be signed', tone: 'soon' }
                : { text: stateWords[item.state], tone: 'neutral' },
            ],
            lines: [
              panel_name,
              item.state_reason ?? '',
              item.outcome ? meetingOutcomes[item.outcome] : '',
            ],
            action: {
              href:
                item.met_id && can(context.actor, 'child.view')
                  ? urls.court.met(context.child.id, item.met_id)
                  : urls.panels.orderItem(context.child.id, id),
              text: `Open: ${orderMeetings[meeting].toLowerCase()}, ${formatInstant(starts_at)}`,
            },
          }))}
        />
      ) : (
        <p class="govuk-body">No panel has met about this order, and none is arranged.</p>
      )}
      {form.mayWrite && subject.ended_on === null ? (
        <section class="fh-no-print">
          <h2 class="govuk-heading-m">Put it on a panel</h2>
          {subject.panels.length > 0 ? (
            <FormBox form={form} button="Put on this panel">
              <F.meeting />
              <F.panel_id />
            </FormBox>
          ) : (
            <p class="govuk-body">
              There is no referral order panel to come. Ask a practice manager or business support
              to{' '}
              <a class="govuk-link" href={urls.panels.list}>
                set up a panel
              </a>
              .
            </p>
          )}
        </section>
      ) : null}
    </ChildFrame>
  ),
  done: (_order, _value, { child }, id) => ({
    to: urls.panels.orderItem(child.id, id),
    message: 'Saved: the order is on the panel’s list',
  }),
});

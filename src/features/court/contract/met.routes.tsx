import { britishDay, formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import {
  mayAskAgainOn,
  meetingOutcomes,
  orderMeetings,
  outcomesOpen,
} from '../../../domain/panels/order-meeting.ts';
import { panelRule, quorumOf } from '../../../domain/panels/quorum.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { code } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { mayWrite } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { writesCourt } from '../charge-words.ts';
import { settle } from '../settle.ts';
import { type MetItem, metItem } from './contract.queries.ts';

const fields = {
  outcome: code('meeting-outcomes', {
    label: 'What did the panel come to?',
    required: 'Choose what the panel came to',
    as: 'radios',
  }),
  note: longText({
    label: 'What was said, and why',
    hint: 'Referred back: what the court is told, and what had been tried. Adjourned: why, and what is done before the next time.',
    says: 'What was said',
    required: 'Enter what was said, and why',
    max: 4000,
  }),
  consent: text({
    label: 'If the court refused within three months: who consented to asking again',
    says: 'Who consented',
    max: 300,
  }),
};

async function subject(context: ChildContext) {
  const { tx, child, param } = context;
  const item = await metItem(tx, child.id, param('itemId'));
  if (!item) return undefined;
  if (item.state === 'deferred' || item.state === 'withdrawn')
    movedOn('This child is off the list of that panel', {
      href: urls.panels.item(child.id, item.id),
      text: 'See how it stands',
    });
  const rule = panelRule(item.kind);
  const { missing } = quorumOf(rule, item.attendees);
  const interested = 'A member who was there has an interest in this child: another must sit';
  return {
    item,
    source: rule.source,
    lacks: item.had_quorum ? [] : missing.length > 0 ? missing : [interested],
    outcomes: outcomesOpen(item.meeting, item.first_day !== null),
  };
}

const isRecorded = ({ state }: MetItem) => state === 'decided';

/** Records what the panel came to; without its quorum nothing is recorded. */
export const metRoutes = childForm({
  path: urls.court.meets(':childId', ':itemId'),
  tab: { under: urls.court.orders(':childId') },
  reads: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields,
  subject,
  stored: ({ item: { id, version } }) => ({ id, version }),
  options: (_context, { outcomes }) => ({
    'meeting-outcomes': outcomes.map((value) => ({ value, text: meetingOutcomes[value] })),
  }),
  rules: ({ outcome, consent }, { item: { refused_on, ended_on }, lacks }, { today }) => {
    if (lacks.length > 0)
      return [{ field: 'outcome', message: `Nothing can be recorded: ${lacks.join('; ')}` }];
    if (ended_on)
      return [{ field: 'outcome', message: `The order ended on ${formatDay(ended_on)}` }];
    const again = refused_on && mayAskAgainOn(refused_on);
    if (outcome === 'revoke-early' && again && today < again && !consent)
      return [
        {
          field: 'consent',
          message: `The court refused on ${formatDay(refused_on)}: before ${formatDay(again)} it is asked again only with consent. Enter who consented`,
        },
      ];
    return [];
  },
  save: async (context, { item }, { outcome, note, consent }) => {
    const { tx, actor, child } = context;
    if (isRecorded(item)) return { kind: 'moved-on' };
    const taken = await changeRow(tx, 'panel_item', item, { state: 'decided' });
    if (taken.kind === 'moved-on') return taken;
    const happened_on = britishDay(item.starts_at);
    const ofChild = { child_id: child.id, order_id: item.order_id, happened_on };
    const words = consent ? `${note}\n\nConsent to asking again: ${consent}` : note;
    const made = { ...ofChild, panel_item_id: item.id, outcome, note: words };
    const id = await addRow(tx, actor, 'order_meeting', made);
    if (outcome === 'completed') {
      await addRow(tx, actor, 'court_order_event', { ...ofChild, what: 'completed', note });
      await settle(context);
    }
    return { kind: 'saved', id };
  },
  view: ({ context, subject: { item, lacks, source }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="What the panel came to"
      heading={
        <>
          <span class="govuk-caption-l">
            {orderMeetings[item.meeting]}, {formatInstant(item.starts_at)}
          </span>
          What the panel came to
        </>
      }
      faults={form.faults}
      back={{
        href: urls.panels.orderItem(context.child.id, item.id),
        text: orderMeetings[item.meeting],
      }}
    >
      {isRecorded(item) && !form.conflict ? (
        <p class="govuk-inset-text">It is recorded what this panel came to.</p>
      ) : lacks.length > 0 ? (
        <>
          <p class="govuk-body">Nothing can be recorded of this meeting yet:</p>
          <ul class="govuk-list govuk-list--bullet">
            {lacks.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p class="govuk-body">
            {source}. Whoever runs the panel marks who came; where too few did, put it off to
            another day.
          </p>
        </>
      ) : (
        <FormBox form={form} button="Record it">
          <F.outcome />
          <F.note />
          {item.refused_on ? <F.consent /> : null}
        </FormBox>
      )}
    </ChildFrame>
  ),
  done: (_subject, { outcome }, { child }, id) => ({
    to: urls.court.met(child.id, id),
    message:
      outcome === 'contract' || outcome === 'varied'
        ? 'Saved: add what was agreed, then record who signed'
        : 'Saved: what the panel came to',
  }),
});

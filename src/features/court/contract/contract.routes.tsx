import { formatDay } from '../../../domain/calendar/day.ts';
import {
  isAgreement,
  mayAskAgainOn,
  meetingOutcomes,
  orderMeetings,
  signingFaults,
} from '../../../domain/panels/order-meeting.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { type Item, Items } from '../../../record/items.tsx';
import { addRow, changeRow } from '../../../record/rows.ts';
import { mayWrite } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { writesCourt } from '../charge-words.ts';
import { settle } from '../settle.ts';
import { type Met, metOne, openSteps, type Term } from './contract.queries.ts';
import { metRoutes } from './met.routes.tsx';

const met = ({ tx, child, param }: ChildContext) => metOne(tx, child.id, param('meetingId'));
const waitsToBeSigned = ({ outcome, signed_on }: Met) => isAgreement(outcome) && signed_on === null;
const waitsForCourt = ({ outcome, refused_on, ended_on }: Met) =>
  outcome === 'revoke-early' && refused_on === null && ended_on === null;

const termFields = {
  what: longText({
    label: 'What will the child do?',
    hint: 'In words that the child would use.',
    says: 'What the child will do',
    required: 'Enter what the child will do',
    max: 1000,
    rows: 3,
  }),
  place: text({ label: 'Where, and with whom (optional)', says: 'Where', max: 300 }),
  due_on: day({
    label: 'By when?',
    says: 'The day by which it is done',
    required: 'Enter by when it is done',
  }),
  is_reparation: choice(
    [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    {
      label: 'Does it make good what was done (reparation)?',
      required: 'Choose whether it is reparation',
      as: 'inline-radios',
    },
  ),
  plan_line_id: code('steps', {
    label: 'Which step of the plan is the same work? (optional)',
    says: 'Step of the plan',
    empty: 'None',
  }),
};

const termRoutes = childForm({
  path: urls.court.addTerm(':childId', ':meetingId'),
  tab: { under: urls.court.orders(':childId') },
  reads: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields: termFields,
  subject: async (context: ChildContext) => {
    const found = await met(context);
    if (found && !waitsToBeSigned(found))
      movedOn('It was signed meanwhile: what was agreed stays, and is changed at a review', {
        href: urls.court.met(context.child.id, found.id),
        text: 'Read what was agreed',
      });
    return found;
  },
  options: async ({ tx, child }) => ({
    steps: (await openSteps(tx, child.id)).map(({ id, text: said }) => ({ value: id, text: said })),
  }),
  begins: () => ({ is_reparation: 'no' }),
  rules: ({ due_on }, { happened_on }) =>
    due_on < happened_on
      ? [{ field: 'due_on-day', message: 'The day must be that of the meeting or later' }]
      : [],
  save: async ({ tx, actor, child }, { id }, { is_reparation, ...said }) => {
    const made = { child_id: child.id, order_meeting_id: id };
    const isReparation = is_reparation === 'yes';
    await addRow(tx, actor, 'contract_term', { ...made, ...said, is_reparation: isReparation });
    return { kind: 'saved' };
  },
  view: ({ context, subject, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Add what was agreed"
      faults={form.faults}
      back={{ href: urls.court.met(context.child.id, subject.id), text: 'Back to the contract' }}
    >
      <FormBox form={form} button="Add it">
        <F.what />
        <F.place />
        <F.due_on />
        <F.is_reparation />
        <F.plan_line_id />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ id }, _value, { child }) => ({
    to: urls.court.met(child.id, id),
    message: 'Saved: what was agreed',
  }),
});

const fields = {
  signed_on: day({
    label: 'On which day had the child and the panel both signed?',
    hint: 'A first contract takes effect on this day, and the order’s length is counted from it.',
    says: 'The day of signing',
    required: 'Enter the day on which both had signed',
    within: 'past',
  }),
  parent_signed: text({
    label: 'Which parent or carer signed, or why did none?',
    says: 'Parent or carer',
    required: 'Enter which parent or carer signed, or why none did',
    max: 300,
  }),
  panel_signed: text({
    label: 'Who signed for the panel?',
    says: 'Who signed for the panel',
    required: 'Enter who signed for the panel',
    max: 200,
  }),
  no_reparation_reason: longText({
    label: 'If there is no reparation: why?',
    says: 'Why there is no reparation',
    max: 2000,
    rows: 2,
  }),
  refused_on: day({
    label: 'On which day did the court refuse?',
    hint: 'If it ended the order, record that on the order.',
    says: 'The day of the refusal',
    required: 'Enter the day on which the court refused',
    within: 'past',
  }),
};

const signing = ['signed_on', 'parent_signed', 'panel_signed', 'no_reparation_reason'] as const;

const termItem = ({ what, place, due_on, is_reparation, line }: Term): Item => ({
  title: what,
  badges: is_reparation ? [{ text: 'Reparation', tone: 'neutral' }] : [],
  lines: [place ?? '', `By ${formatDay(due_on)}`, line ? `In the plan: ${line}` : ''],
});

/** What a panel came to at one meeting: its contract, and who signed it. */
export const contractRoutes: readonly Route[] = [
  ...metRoutes,
  ...termRoutes,
  ...childForm({
    path: urls.court.met(':childId', ':meetingId'),
    tab: { under: urls.court.orders(':childId') },
    reads: 'child.view',
    writes: writesCourt.permission,
    mayWrite: (context) => mayWrite(writesCourt, context),
    closed: (found) =>
      waitsToBeSigned(found) || waitsForCourt(found)
        ? null
        : 'It is signed, or the court has answered: it stays as it is',
    fields,
    subject: met,
    asks: ({ outcome }) => (outcome === 'revoke-early' ? ['refused_on'] : [...signing]),
    stored: (found) => found,
    rules: (value, { outcome, terms, happened_on }) => {
      const [field, on] =
        outcome === 'revoke-early'
          ? ['refused_on-day', value.refused_on]
          : ['signed_on-day', value.signed_on];
      if (on < happened_on)
        return [{ field, message: 'The day must be that of the meeting or later' }];
      if (!isAgreement(outcome)) return [];
      const { no_reparation_reason } = value;
      return signingFaults({ terms, isFirst: outcome === 'contract', no_reparation_reason });
    },
    save: async (context, found, { refused_on, ...signed }) => {
      const { tx, actor, child } = context;
      if (found.outcome === 'revoke-early')
        return changeRow(tx, 'order_meeting', found, { refused_on });
      const saved = await changeRow(tx, 'order_meeting', found, { ...signed, child_signed: true });
      if (saved.kind === 'moved-on' || found.outcome !== 'contract') return saved;
      await addRow(tx, actor, 'court_order_event', {
        child_id: child.id,
        order_id: found.order_id,
        what: 'contract',
        happened_on: signed.signed_on,
        note: `Signed by the child, for the panel by ${signed.panel_signed}. Parent or carer: ${signed.parent_signed}`,
      });
      await settle(context);
      return saved;
    },
    view: ({ context, subject, form: { F, ...form } }) => {
      const { child } = context;
      const { outcome, terms } = subject;
      const isOpen = form.mayWrite && !form.closed;
      return (
        <ChildFrame
          context={context}
          title={meetingOutcomes[outcome]}
          heading={
            <>
              <span class="govuk-caption-l">
                {orderMeetings[subject.meeting]}, {formatDay(subject.happened_on)}
              </span>
              {meetingOutcomes[outcome]}
            </>
          }
          faults={form.faults}
          back={{
            href: urls.panels.ofOrder(child.id, subject.order_id),
            text: 'Panel and contract',
          }}
        >
          <WrittenList
            lines={[
              ['What was said', subject.note],
              ['Recorded by', subject.by],
              ['Signed', subject.signed_on && formatDay(subject.signed_on)],
              ['For the panel', subject.panel_signed],
              ['Parent or carer', subject.parent_signed],
              ['Why there is no reparation', subject.no_reparation_reason],
              [
                'The court refused',
                subject.refused_on &&
                  `${formatDay(subject.refused_on)}. Before ${formatDay(mayAskAgainOn(subject.refused_on))} it is asked again only with consent.`,
              ],
            ]}
          />
          {isAgreement(outcome) ? (
            <section>
              <h2 class="govuk-heading-m">What was agreed</h2>
              {terms.length > 0 ? (
                <Items items={terms.map(termItem)} />
              ) : (
                <p class="govuk-body">Nothing is written down yet.</p>
              )}
              {isOpen ? (
                <Button
                  text="Add what was agreed"
                  classes="govuk-button--secondary fh-no-print"
                  href={urls.court.addTerm(child.id, subject.id)}
                />
              ) : null}
            </section>
          ) : null}
          {isOpen && isAgreement(outcome) ? (
            <section class="fh-no-print">
              <h2 class="govuk-heading-m">Signed</h2>
              <FormBox form={form} button="Record that it is signed">
                <F.signed_on />
                <F.parent_signed />
                <F.panel_signed />
                <F.no_reparation_reason />
              </FormBox>
            </section>
          ) : null}
          {isOpen && outcome === 'revoke-early' ? (
            <section class="fh-no-print">
              <h2 class="govuk-heading-m">The court’s answer</h2>
              <FormBox form={form} button="Record the refusal">
                <F.refused_on />
              </FormBox>
            </section>
          ) : null}
        </ChildFrame>
      );
    },
    done: ({ id }, { signed_on }, { child }) => ({
      to: urls.court.met(child.id, id),
      message: signed_on ? 'Saved: the contract is signed' : 'Saved: the court’s answer',
    }),
  }),
];

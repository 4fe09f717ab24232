import { can } from '../../../domain/access/can.ts';
import { breachWords, isOpen } from '../../../domain/orders/breach.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { backTo, mayWrite } from '../../../record/rows-page.tsx';
import { longText } from '../../../record/text-fields.tsx';
import { approveOrReturn, VerdictBox, verdict } from '../../../record/verdict.tsx';
import { urls } from '../../../urls.ts';
import { writesCourt } from '../charge-words.ts';
import { type BreachAsked, BreachTold, breachAsked } from './breach-words.tsx';

const back = (childId: string) => backTo('Compliance', urls.compliance.list(childId));
const headed = ({ each, breach }: BreachAsked, title = breachWords[breach.goes_to].title) => ({
  title,
  heading: (
    <>
      <span class="govuk-caption-l">{each.order.rule.label}</span>
      {title}
    </>
  ),
});

const cameOfIt = {
  sent_on: day({
    label: 'On which day was it sent?',
    says: 'The day of sending',
    within: 'past',
  }),
  sent_note: longText({
    label: 'To whom, and when is it heard?',
    says: 'About the sending',
    max: 2000,
    rows: 2,
  }),
  heard_on: day({ label: 'On which day was it heard?', says: 'The day', within: 'past' }),
  outcome: code('outcomes', {
    label: 'What came of it?',
    says: 'What came of it',
    as: 'small-radios',
  }),
  outcome_note: longText({
    label: 'What was said?',
    hint: 'What was found and why. What a court changed in the order is recorded on the order too.',
    says: 'What was said',
    max: 8000,
    rows: 3,
  }),
};

/** A breach that a manager approved: when it was sent, and what came of it. */
const one = childForm({
  path: urls.compliance.breach(':childId', ':breachId'),
  reads: 'child.view',
  writes: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  closed: ({ breach }: BreachAsked) =>
    breach.status === 'approved' || breach.status === 'sent'
      ? null
      : 'What came of it is recorded once it is approved, and until it is heard or withdrawn.',
  fields: cameOfIt,
  subject: breachAsked,
  stored: ({ breach }) => breach,
  options: (_context, { breach }) => ({
    outcomes: Object.entries(breachWords[breach.goes_to].outcomes).map(([value, text]) => ({
      value,
      text,
    })),
  }),
  rules: ({ sent_on, heard_on, outcome, outcome_note }, { breach }) => {
    const wrong = (field: string, message: string) => [{ field, message }];
    return [
      ...(sent_on && sent_on < (breach.approved_on ?? '')
        ? wrong('sent_on-day', 'It cannot be sent before it was approved')
        : []),
      ...(!sent_on ? wrong('sent_on-day', 'Enter the day on which it was sent') : []),
      ...(sent_on && heard_on && heard_on < sent_on
        ? wrong('heard_on-day', 'It cannot be heard before it was sent')
        : []),
      ...(heard_on && !outcome ? wrong('outcome', 'Choose what came of it') : []),
      ...(heard_on && !outcome_note ? wrong('outcome_note', 'Enter what was said') : []),
      ...(outcome && !heard_on ? wrong('heard_on-day', 'Enter the day on which it was heard') : []),
    ];
  },
  save: ({ tx }, { breach }, value) =>
    changeRow(tx, 'breach', breach, { ...value, status: value.heard_on ? 'heard' : 'sent' }),
  view: ({ context, subject: asked, form: { F, ...form } }) => {
    const { each, breach } = asked;
    const { child, actor } = context;
    const words = breachWords[breach.goes_to];
    const links = [
      can(actor, 'breach.approve') && breach.status === 'proposed'
        ? {
            href: urls.compliance.checkBreach(child.id, breach.id),
            text: 'Approve it or send it back',
          }
        : null,
      can(actor, 'breach.approve') && isOpen(breach)
        ? { href: urls.compliance.withdrawBreach(child.id, breach.id), text: 'Withdraw it' }
        : null,
      mayWrite(writesCourt, context) &&
      (breach.status === 'returned' || breach.status === 'proposed')
        ? {
            href: urls.compliance.proposeBreach(child.id, breach.order_id),
            text: 'Change what is proposed',
          }
        : null,
      mayWrite(writesCourt, context) && breach.status === 'heard' && breach.goes_to === 'court'
        ? {
            href: urls.court.orderEvent(child.id, breach.order_id),
            text: 'Record on the order what the court did',
          }
        : null,
    ];
    return (
      <ChildFrame context={context} {...headed(asked)} faults={form.faults} back={back(child.id)}>
        <BreachTold each={each} breach={breach} />
        <FormBox form={form}>
          <F.sent_on label={`${words.sent}: on which day?`} />
          <F.sent_note />
          <F.heard_on label={`${words.heard}: on which day?`} />
          <F.outcome />
          <F.outcome_note />
        </FormBox>
        {links.map((link) =>
          link ? (
            <p class="govuk-body fh-no-print">
              <a class="govuk-link" href={link.href}>
                {link.text}
              </a>
            </p>
          ) : null,
        )}
      </ChildFrame>
    );
  },
  done: ({ breach }, _value, { child }) => ({
    to: urls.compliance.breach(child.id, breach.id),
    message: 'Saved: how far it has come',
  }),
});

const own = 'You proposed this yourself: another manager has to approve it.';
const judged = ({ breach }: BreachAsked) => ({
  id: breach.id,
  by: breach.proposed_by,
  waits: breach.status === 'proposed',
  version: breach.version,
});

/** A manager approves a breach, or sends it back. */
const check = childForm(
  verdict({
    path: urls.compliance.checkBreach(':childId', ':breachId'),
    reads: 'breach.approve',
    fields: {
      verdict: approveOrReturn({ required: 'Choose whether you approve it' }),
      manager_note: longText({
        label: 'Your note',
        hint: 'Whether needs, travel, safety and exploitation were looked at, and whether something else would do.',
        required: 'Enter your note',
        max: 5000,
      }),
    },
    own,
    subject: breachAsked,
    judged,
    save: ({ tx, actor, today }, { breach }, form) =>
      changeRow(tx, 'breach', breach, {
        manager_note: form.manager_note,
        ...(form.verdict === 'approve'
          ? { status: 'approved', approved_on: today, approved_by: actor.staffId }
          : { status: 'returned', returned_on: today }),
      }),
    view: ({ context, subject: asked, actor, form: { F, ...form } }) => (
      <ChildFrame
        context={context}
        {...headed(asked, `Approve: ${breachWords[asked.breach.goes_to].title.toLowerCase()}`)}
        faults={form.faults}
        back={back(context.child.id)}
      >
        <BreachTold {...asked} />
        <VerdictBox form={form} judged={judged(asked)} actor={actor} own={own}>
          <F.verdict />
          <F.manager_note />
        </VerdictBox>
      </ChildFrame>
    ),
    done: ({ breach }, form, { child }) => ({
      to: urls.compliance.breach(child.id, breach.id),
      message: form.verdict === 'approve' ? 'Approved' : 'Sent back to the worker with your note',
    }),
  }),
);

/** A manager withdraws a breach, with the reason. */
const withdraw = childForm({
  path: urls.compliance.withdrawBreach(':childId', ':breachId'),
  reads: 'breach.approve',
  fields: {
    withdrawn_reason: longText({
      label: 'Why is it withdrawn?',
      says: 'Why',
      required: 'Say why it is withdrawn',
      max: 4000,
    }),
  },
  subject: async (context: ChildContext) => {
    const asked = await breachAsked(context);
    return asked;
  },
  closed: ({ breach }: BreachAsked) =>
    isOpen(breach) ? null : 'It was heard or withdrawn already, and stays as it is',
  stored: ({ breach }) => breach,
  save: ({ tx, actor, today }, { breach }, value) =>
    changeRow(tx, 'breach', breach, {
      ...value,
      status: 'withdrawn',
      withdrawn_on: today,
      withdrawn_by: actor.staffId,
    }),
  view: ({ context, subject: asked, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      {...headed(asked, 'Withdraw it')}
      faults={form.faults}
      back={back(context.child.id)}
    >
      <BreachTold {...asked} />
      <FormBox form={form} button="Withdraw it">
        <F.withdrawn_reason />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ breach }, _value, { child }) => ({
    to: urls.compliance.breach(child.id, breach.id),
    message: 'Saved: it is withdrawn',
  }),
});

export const breachRoutes: readonly Route[] = [...one, ...check, ...withdraw];

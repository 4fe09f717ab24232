import { can } from '../../../domain/access/can.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { barriers } from '../../../domain/orders/barriers.data.ts';
import {
  type FailureDecision,
  failureDecisions,
  followsFrom,
} from '../../../domain/orders/enforcement.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, code, ticks } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm, type Outcome } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { backTo, mayWrite } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { InsetText } from '../../../ui/govuk/components.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { choicesOf, writesCourt } from '../charge-words.ts';
import { requirementWords } from '../order-words.ts';
import type { Rules } from '../orders.queries.ts';
import { type Failed, type Missed, missedOf } from './enforcement.queries.ts';
import {
  type Enforced,
  enforcedOf,
  failureAsked,
  followsWords,
  sourceWords,
} from './enforcement-words.ts';

const fields = {
  happened_on: day({
    label: 'On which day was the order not kept?',
    says: 'The day',
    required: 'Enter the day',
    within: 'past',
  }),
  what: text({
    label: 'What was not kept?',
    hint: 'For example: did not come to the appointment at 4pm at the office',
    says: 'What was not kept',
    required: 'Enter what was not kept',
    max: 500,
  }),
  requirement_id: code('requirements', {
    label: 'Which requirement asked for it?',
    says: 'Requirement',
    empty: 'The order as a whole',
  }),
  asked_on: day({
    label: 'On which day was the child asked why?',
    says: 'The day of asking',
    hint: 'Ask by the next working day, and a parent too. Leave blank if nobody has been asked yet.',
    within: 'past',
  }),
  excuse: longText({
    label: 'What did they say?',
    hint: 'In their words, or that they could not be reached and how it was tried',
    says: 'What they said',
    max: 4000,
    rows: 3,
  }),
  evidence: longText({
    label: 'What shows it?',
    hint: 'What was seen or heard and from whom, such as a message from a school. A child may not have a letter: say what you did to find out.',
    says: 'What shows it',
    max: 2000,
    rows: 2,
  }),
  barriers: ticks(barriers, {
    label: 'What did you look at that may have got in the way?',
    hint: 'Tick what you looked at, whether or not it was so. Needed before anybody says that there was no good reason.',
    says: 'Looked at',
  }),
  barriers_said: longText({
    label: 'What did you find, and what was done about it?',
    says: 'What was found and done',
    max: 4000,
    rows: 3,
  }),
  decision: choice(choicesOf(failureDecisions), {
    label: 'Was there a good reason?',
    hint: 'Leave blank while you are still finding out. You may decide otherwise later: a warning then no longer counts.',
    says: 'Decision',
    as: 'small-radios',
  }),
  decision_reason: longText({
    label: 'Why do you decide so?',
    says: 'Why',
    max: 4000,
    rows: 3,
  }),
  exceptional_reason: longText({
    label: 'If it must go further and does not: what is exceptional?',
    hint: 'Only where warnings before it count and the law says that it must be put to the court.',
    says: 'What is exceptional',
    max: 2000,
    rows: 2,
  }),
};

type Asked = {
  readonly each: Enforced;
  readonly rules: Rules;
  readonly failed: Failed | null;
  readonly missed: Missed | null;
};

async function subject(context: ChildContext): Promise<Asked | undefined> {
  const { tx, child, param } = context;
  const [orderId, contactId] = [param('orderId'), param('contactId')];
  if (!orderId) return failureAsked(context);
  const { enforced, rules } = await enforcedOf(context);
  const each = enforced.find(({ order }) => order.row.id === orderId);
  if (!each || !contactId) return each && { each, rules, failed: null, missed: null };
  // Of one contact an order has one failure: whoever comes this way again meets it.
  const failed = each.failures.find(({ contact_id }) => contact_id === contactId);
  if (failed) return { each, rules, failed, missed: null };
  const missed = (await missedOf(tx, child.id)).find(
    (one) => one.contact_id === contactId && one.order_id === orderId,
  );
  return missed && { each, rules, failed: null, missed };
}

const title = ({ failed }: Asked) => (failed ? 'What was not kept' : 'Record what was not kept');

/** One failure to keep an order: recorded, asked about, and decided. */
export const failureRoutes: readonly Route[] = childForm({
  path: [
    urls.compliance.addFailure(':childId', ':orderId'),
    urls.compliance.missed(':childId', ':orderId', ':contactId'),
    urls.compliance.failure(':childId', ':failureId'),
  ],
  reads: 'child.view',
  writes: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields,
  subject,
  stored: ({ failed }) => failed,
  begins: ({ missed }) =>
    missed ? { happened_on: missed.day, what: `Did not come: ${missed.type.toLowerCase()}` } : {},
  options: (_context, { each: { order }, rules }) => ({
    requirements: order.row.requirements.map((requirement) => ({
      value: requirement.id,
      text: requirementWords(requirement, rules),
      past: requirement.ended_on !== null,
    })),
  }),
  rules: (value, { each }) => {
    const { happened_on, asked_on, excuse, decision, decision_reason } = value;
    const { row, dates } = each.order;
    const last = row.ended_on ?? dates.to;
    const wrong = (field: string, message: string) => [{ field, message }];
    return [
      ...(happened_on < row.made_on
        ? wrong('happened_on-day', 'The day must be that of the order or later')
        : []),
      ...(last && happened_on > last
        ? wrong('happened_on-day', `The order ended on ${formatDay(last)}: the day must be before`)
        : []),
      ...(asked_on && asked_on < happened_on
        ? wrong('asked_on-day', 'They cannot be asked before it happened')
        : []),
      ...(excuse && !asked_on
        ? wrong('asked_on-day', 'Enter the day on which they were asked')
        : []),
      ...(decision && !decision_reason ? wrong('decision_reason', 'Say why you decide so') : []),
      ...(decision_reason && !decision
        ? wrong('decision', 'Choose what you decide, or clear why')
        : []),
      ...(decision === 'not-acceptable' && !asked_on
        ? wrong('asked_on-day', 'Ask the child why first, or try to, and enter the day')
        : []),
      ...(decision === 'not-acceptable' && value.barriers.length === 0
        ? wrong(
            'barriers',
            'Look first at what may have got in the way, and tick what you looked at',
          )
        : []),
    ];
  },
  save: async ({ tx, actor, child, today }, { each, failed, missed }, value): Promise<Outcome> => {
    const isDecidedAnew = value.decision !== (failed?.decision ?? null);
    const columns = {
      ...value,
      barriers: [...value.barriers],
      asked_by: value.asked_on ? (failed?.asked_by ?? actor.staffId) : null,
      ...(isDecidedAnew
        ? {
            decided_on: value.decision ? today : null,
            decided_by: value.decision ? actor.staffId : null,
          }
        : {}),
    };
    if (failed) return changeRow(tx, 'failure_to_comply', failed, columns);
    const id = await addRow(tx, actor, 'failure_to_comply', {
      child_id: child.id,
      order_id: each.order.row.id,
      contact_id: missed?.contact_id ?? null,
      ...columns,
    });
    return { kind: 'saved', id };
  },
  view: ({ context, subject: asked, form: { F, ...form } }) => {
    const { each, failed } = asked;
    const { law, order, failures } = each;
    const { child } = context;
    const follows = followsFrom(law, failures, {
      id: failed?.id ?? '',
      happened_on: failed?.happened_on ?? asked.missed?.day ?? context.today,
      decision: 'not-acceptable',
      warned_on: null,
    });
    return (
      <ChildFrame
        context={context}
        title={title(asked)}
        heading={
          <>
            <span class="govuk-caption-l">{order.rule.label}</span>
            {title(asked)}
          </>
        }
        faults={form.faults}
        back={backTo('Compliance', urls.compliance.list(child.id))}
      >
        {failed?.decision === 'not-acceptable' ? (
          <p class="govuk-body fh-no-print">
            <a class="govuk-link" href={urls.compliance.warning(child.id, failed.id)}>
              {failed.warning ? 'Open the warning' : 'Warn the child'}
            </a>
          </p>
        ) : null}
        {failed?.decision === null && form.mayWrite && can(context.actor, 'letter.write') ? (
          <p class="govuk-body fh-no-print">
            <a
              class="govuk-link"
              href={urls.letters.begin(child.id, {
                kind: 'missed',
                to: 'child:',
                about: `failure:${failed.id}`,
              })}
            >
              Ask the child in a letter
            </a>
          </p>
        ) : null}
        {failed ? <Told failed={failed} asked={asked} context={context} /> : null}
        <InsetText>
          If there was no good reason: {followsWords(law, follows)}.{' '}
          <span class="fh-quiet">{sourceWords(law)}.</span>
        </InsetText>
        <FormBox form={form} button={failed ? 'Save' : 'Record it'}>
          <F.happened_on />
          <F.what />
          <F.requirement_id />
          <h2 class="govuk-heading-m">What the child was asked</h2>
          <F.asked_on />
          <F.excuse />
          <F.evidence />
          <h2 class="govuk-heading-m">What may have got in the way</h2>
          <F.barriers />
          <F.barriers_said />
          <h2 class="govuk-heading-m">What is decided</h2>
          <F.decision />
          <F.decision_reason />
          <F.exceptional_reason />
        </FormBox>
      </ChildFrame>
    );
  },
  done: (_asked, _value, { child }) => ({
    to: urls.compliance.list(child.id),
    message: 'Saved: what was not kept',
  }),
});

function Told({
  failed,
  asked: { each, rules },
  context: { actor, child },
}: {
  readonly failed: Failed;
  readonly asked: Asked;
  readonly context: ChildContext;
}) {
  const mayOpen = can(actor, 'contact.view');
  const { requirements } = each.order.row;
  const requirement = requirements.find(({ id }) => id === failed.requirement_id);
  const decided = failed.decision
    ? `${failureDecisions[failed.decision as FailureDecision]}: decided by ${failed.decided_by_name ?? 'somebody who has left'} on ${formatDay(failed.decided_on ?? '')}`
    : 'Not decided yet';
  return (
    <>
      <WrittenList
        lines={[
          ['What was not kept', `${failed.what}, ${formatDay(failed.happened_on)}`],
          ['Requirement', requirement ? requirementWords(requirement, rules) : null],
          [
            'Asked why',
            failed.asked_on
              ? `On ${formatDay(failed.asked_on)} by ${failed.asked_by_name ?? 'somebody who has left'}`
              : 'Not yet',
          ],
          ['What they said', failed.excuse],
          ['What shows it', failed.evidence],
          ['Looked at', fields.barriers.words([...failed.barriers], {}) || null],
          ['What was found and done', failed.barriers_said],
          ['Decision', decided],
          ['Why', failed.decision_reason],
          ['What is exceptional', failed.exceptional_reason],
        ]}
      />
      {failed.contact_id && mayOpen ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.contacts.one(child.id, failed.contact_id)}>
            Open the contact that was missed
          </a>
        </p>
      ) : null}
    </>
  );
}

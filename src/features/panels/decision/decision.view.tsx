import { formatDay } from '../../../domain/calendar/day.ts';
import { escalationLevels } from '../../../domain/panels/escalation.data.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { nameOf } from '../../../ui/layout/child-page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import type { DecisionSubject } from './decision.routes.tsx';
import { resultWords } from './result-words.ts';

type Props = PageOf<ChildContext, DecisionSubject, Record<never, never>>;

const standing = {
  made: { text: 'Waiting for the police lead to confirm', badge: 'fh-badge-soon' },
  escalated: { text: 'A disagreement is open', badge: 'fh-badge-late' },
  final: { text: 'Confirmed by police', badge: 'fh-badge-good' },
  replaced: { text: 'Replaced by a later decision', badge: 'fh-badge-neutral' },
} as const;

/** The record of a joint decision, for those who work with the child, on screen and on paper. */
export function DecisionPage({ subject, form, context }: Props): Html {
  const { decision, outcomeLabel } = subject;
  const { child } = context;
  const { text, badge } = standing[decision.status];
  return (
    <ChildFrame
      context={context}
      title="Decision"
      heading={
        <>
          <span class="govuk-caption-l">
            {decision.panel_name ?? 'Panel'}, {formatDay(decision.decided_on)}
          </span>
          Decision about {nameOf(child)}: {outcomeLabel(decision.outcome)}
        </>
      }
      faults={form.faults}
      back={{ href: urls.panels.childItems(child.id), text: 'Panel and outcomes' }}
    >
      <p class="govuk-body">
        <span class={`fh-badge ${badge}`}>{text}</span>{' '}
        {decision.confirmed_on
          ? `by ${decision.confirmed_by_name ?? 'the police lead'} on ${formatDay(decision.confirmed_on)}`
          : ''}
      </p>
      <Links subject={subject} childId={child.id} />
      <WrittenList lines={linesOf(subject)} />
      <div class="fh-no-print">
        {form.mayWrite ? (
          <p class="govuk-body">
            As police lead you confirm that this is what was decided and that police stand by it. If
            not, disagree instead.
          </p>
        ) : null}
        <FormBox form={form} button="Confirm the decision" />
      </div>
      <Disagreements subject={subject} childId={child.id} />
    </ChildFrame>
  );
}

const linesOf = ({ decision, outcomeLabel }: DecisionSubject): [string, string | null][] => [
  ['Question', decision.question],
  ['Options considered', decision.options.join('; ')],
  ['Gravity', decision.gravity === null ? 'Not scored' : String(decision.gravity)],
  ['Heard by', decision.consulted.join('; ') || 'Not recorded'],
  ...decision.positions.map(({ agency, position, by, outcome }): [string, string] => [
    positionTitle(agency),
    [position, by ? `Spoken by ${by}.` : '', outcome ? `Wanted: ${outcomeLabel(outcome)}.` : '']
      .filter(Boolean)
      .join('\n'),
  ]),
  ['Information relied on', decision.information],
  ['Identity and fairness', decision.diversity ?? 'Not recorded'],
  ['Outcome', outcomeLabel(decision.outcome)],
  ['Reasons', decision.rationale],
  ['Why it departs from the usual', decision.departure_reason],
  ['Disagreement', decision.dissent ?? 'None recorded'],
  [
    'Recorded by',
    `${decision.decided_by_name ?? 'A former colleague'}, ${formatDay(decision.decided_on)}`,
  ],
  ['To be looked at again', decision.review_on ? formatDay(decision.review_on) : 'No date set'],
];

const positionTitle = (agency: string) =>
  agency === 'police'
    ? 'Police position'
    : agency === 'youth-justice'
      ? 'Youth justice service position'
      : 'Other positions';

type Part = { readonly subject: DecisionSubject; readonly childId: string };

function Links({ subject: { decision, may }, childId }: Part): Html {
  return (
    <div class="fh-actions fh-no-print">
      {decision.replaced_by_id ? (
        <a class="govuk-link" href={urls.panels.decision(childId, decision.replaced_by_id)}>
          Read the decision that replaced it
        </a>
      ) : null}
      {decision.replaces_id ? (
        <a class="govuk-link" href={urls.panels.decision(childId, decision.replaces_id)}>
          Read the decision it replaced
        </a>
      ) : null}
      {may.replace ? (
        <Button
          text="Record the new decision"
          href={urls.panels.decide(childId, decision.item_id)}
        />
      ) : null}
      {decision.disposal_id && decision.status !== 'replaced' ? (
        <a class="govuk-link" href={urls.panels.outcome(childId, decision.disposal_id)}>
          See the outcome
        </a>
      ) : null}
    </div>
  );
}

function Disagreements({ subject: { decision, may }, childId }: Part): Html {
  const isOpen = decision.escalations.at(-1)?.result === null;
  return (
    <section>
      {decision.escalations.length > 0 ? <h2 class="govuk-heading-m">Disagreement</h2> : null}
      {decision.escalations.map((step) => (
        <div class="fh-card">
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={urls.panels.escalation(childId, step.id)}>
              Level {step.level}:{' '}
              {escalationLevels.find(({ level }) => level === step.level)?.label}
            </a>
          </h3>
          <p class="govuk-body">
            {step.grounds}{' '}
            <span class="fh-quiet">
              ({step.raisedByName}, {formatDay(step.raisedOn)})
            </span>
          </p>
          <p class="govuk-body">
            {step.result && step.resolvedOn
              ? `${resultWords[step.result]}, ${formatDay(step.resolvedOn)}: ${step.resultNote}`
              : `Waits for ${step.parties}, by ${formatDay(step.dueOn)}.`}
          </p>
        </div>
      ))}
      {may.escalate ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.panels.escalate(childId, decision.id)}>
            {isOpen ? 'Take the disagreement up a level' : 'Disagree with this decision'}
          </a>
        </p>
      ) : null}
    </section>
  );
}

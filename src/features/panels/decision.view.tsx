import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { escalationLevels } from '../../domain/panels/escalation.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage, nameOf } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { DecisionOne } from './decision-rows.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly decision: DecisionOne;
  readonly outcomeLabel: (code: string | null) => string;
  readonly may: {
    readonly confirm: boolean;
    readonly escalate: boolean;
    readonly replace: boolean;
  };
};

const standing = {
  made: { text: 'Waiting for the police lead to confirm', badge: 'fh-badge-soon' },
  escalated: { text: 'A disagreement is open', badge: 'fh-badge-late' },
  final: { text: 'Confirmed by police', badge: 'fh-badge-good' },
  replaced: { text: 'Replaced by a later decision', badge: 'fh-badge-neutral' },
} as const;

/** The record of a joint decision, for those who work with the child, on screen and on paper. */
export function DecisionPage(props: Props): Html {
  const { shell, child, today, decision, outcomeLabel, may } = props;
  const { text, badge } = standing[decision.status];
  return (
    <ChildPage
      title="Decision"
      shell={shell}
      child={child}
      today={today}
      back={{ href: urls.panels.childItems(child.id), text: 'Panel and outcomes' }}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {decision.panel_name ?? 'Panel'}, {formatDay(decision.decided_on)}
        </span>
        Decision about {nameOf(child)}: {outcomeLabel(decision.outcome)}
      </h1>
      <p class="govuk-body">
        <span class={`fh-badge ${badge}`}>{text}</span>{' '}
        {decision.confirmed_on
          ? `by ${decision.confirmed_by_name ?? 'the police lead'} on ${formatDay(decision.confirmed_on)}`
          : ''}
      </p>
      <Links {...props} />
      <dl class="govuk-summary-list">
        <Row term="Question" text={decision.question} />
        <Row term="Options considered" text={decision.options.join('; ')} />
        <Row
          term="Gravity"
          text={decision.gravity === null ? 'Not scored' : String(decision.gravity)}
        />
        <Row term="Heard by" text={decision.consulted.join('; ') || 'Not recorded'} />
        {decision.positions.map((row) => (
          <Row
            term={positionTitle(row.agency)}
            text={[
              row.position,
              row.by ? `Spoken by ${row.by}.` : '',
              row.outcome ? `Wanted: ${outcomeLabel(row.outcome)}.` : '',
            ]
              .filter(Boolean)
              .join('\n')}
          />
        ))}
        <Row term="Information relied on" text={decision.information} />
        <Row term="Identity and fairness" text={decision.diversity ?? 'Not recorded'} />
        <Row term="Outcome" text={outcomeLabel(decision.outcome)} />
        <Row term="Reasons" text={decision.rationale} />
        {decision.departure_reason ? (
          <Row term="Why it departs from the usual" text={decision.departure_reason} />
        ) : null}
        <Row term="Disagreement" text={decision.dissent ?? 'None recorded'} />
        <Row
          term="Recorded by"
          text={`${decision.decided_by_name ?? 'A former colleague'}, ${formatDay(decision.decided_on)}`}
        />
        <Row
          term="To be looked at again"
          text={decision.review_on ? formatDay(decision.review_on) : 'No date set'}
        />
      </dl>
      {may.confirm ? (
        <PostForm action={urls.panels.confirm(child.id, decision.id)} class="fh-no-print">
          <input type="hidden" name="version" value={String(decision.version)} />
          <p class="govuk-body">
            As police lead you confirm that this is what was decided and that police stand by it. If
            not, disagree instead.
          </p>
          <Button text="Confirm the decision" />
        </PostForm>
      ) : null}
      <Disagreements {...props} />
    </ChildPage>
  );
}

const positionTitle = (agency: string) =>
  agency === 'police'
    ? 'Police position'
    : agency === 'youth-justice'
      ? 'Youth justice service position'
      : 'Other positions';

function Links({ child, decision, may }: Props): Html {
  return (
    <div class="fh-actions fh-no-print">
      {decision.replaced_by_id ? (
        <a class="govuk-link" href={urls.panels.decision(child.id, decision.replaced_by_id)}>
          Read the decision that replaced it
        </a>
      ) : null}
      {decision.replaces_id ? (
        <a class="govuk-link" href={urls.panels.decision(child.id, decision.replaces_id)}>
          Read the decision it replaced
        </a>
      ) : null}
      {may.replace ? (
        <Button
          text="Record the new decision"
          href={urls.panels.decide(child.id, decision.item_id)}
        />
      ) : null}
      {decision.disposal_id && decision.status !== 'replaced' ? (
        <a class="govuk-link" href={urls.panels.outcome(child.id, decision.disposal_id)}>
          See the outcome
        </a>
      ) : null}
    </div>
  );
}

const results = {
  upheld: 'Upheld',
  changed: 'To be changed',
  escalated: 'Taken up a level',
} as const;

function Disagreements({ child, decision, may }: Props): Html {
  const isOpen = decision.escalations.at(-1)?.result === null;
  return (
    <section>
      {decision.escalations.length > 0 ? <h2 class="govuk-heading-m">Disagreement</h2> : null}
      {decision.escalations.map((step) => (
        <div class="fh-card">
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={urls.panels.escalation(child.id, step.id)}>
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
              ? `${results[step.result]}, ${formatDay(step.resolvedOn)}: ${step.resultNote}`
              : `Waits for ${step.parties}, by ${formatDay(step.dueOn)}.`}
          </p>
        </div>
      ))}
      {may.escalate ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.panels.escalate(child.id, decision.id)}>
            {isOpen ? 'Take the disagreement up a level' : 'Disagree with this decision'}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Row({ term, text }: { readonly term: string; readonly text: string }): Html {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value fh-written">{text}</dd>
    </div>
  );
}

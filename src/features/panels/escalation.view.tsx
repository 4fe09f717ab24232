import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { escalationLevels } from '../../domain/panels/escalation.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { DecisionOne, EscalationRow } from './decision-rows.ts';

type Frame = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly decision: DecisionOne;
  readonly outcome: string;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** The level that a disagreement would be taken to now; none after the last. */
export const nextLevel = ({ escalations }: Pick<DecisionOne, 'escalations'>) =>
  escalationLevels.find(({ level }) => level === escalations.length + 1);

/** Raises a disagreement with a decision, or takes it up a level. */
export function EscalatePage({
  shell,
  child,
  today,
  decision,
  outcome,
  errors,
  typed,
  answerBy,
}: Frame & { readonly answerBy: Day | null }): Html {
  const next = nextLevel(decision);
  return (
    <ChildPage
      title="Disagree with a decision"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.decision(child.id, decision.id), text: 'The decision' }}
    >
      <h1 class="govuk-heading-l">
        {decision.escalations.length === 0 ? 'Disagree with this decision' : 'Take it up a level'}
      </h1>
      <p class="govuk-body">
        {outcome}, decided {formatDay(decision.decided_on)}. Until the disagreement is settled the
        outcome is not given.
      </p>
      {next ? (
        <p class="govuk-body">
          Level {next.level}: {next.parties} answer
          {answerBy ? ` by ${formatDay(answerBy)}` : ''} (check locally).
        </p>
      ) : null}
      <PostForm class="fh-form">
        <LongText
          name="grounds"
          label="Why do you disagree?"
          hint="What the decision leaves out or weighs wrongly, and what you would do instead."
          errors={errors}
          typed={typed}
        />
        <Button text="Send to this level" />
      </PostForm>
    </ChildPage>
  );
}

type StepProps = Frame & {
  readonly step: EscalationRow;
  readonly mayResolve: boolean;
  readonly movedOn: boolean;
};

/** One level's hearing of a disagreement, and its answer. */
export function EscalationPage(props: StepProps): Html {
  const { shell, child, today, decision, outcome, step, mayResolve, movedOn, errors, typed } =
    props;
  const level = escalationLevels.find((each) => each.level === step.level);
  return (
    <ChildPage
      title="Disagreement"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.decision(child.id, decision.id), text: 'The decision' }}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          Level {step.level}: {level?.label}
        </span>
        Disagreement about {outcome.toLowerCase()}
      </h1>
      {movedOn ? (
        <p class="govuk-inset-text">
          Somebody else changed this while you wrote. What they did is shown here; your words are
          kept below.
        </p>
      ) : null}
      <dl class="govuk-summary-list">
        <Row term="Grounds" text={step.grounds} />
        <Row
          term="Raised by"
          text={`${step.raisedByName ?? 'A former colleague'}, ${formatDay(step.raisedOn)}`}
        />
        <Row term="Answered by" text={step.parties} />
        <Row
          term="Answer due"
          text={`${formatDay(step.dueOn)}${!step.result && step.dueOn < today ? ' (overdue)' : ''}`}
        />
        <Row
          term="Result"
          text={
            step.result && step.resolvedOn
              ? `${resultWords[step.result]} by ${step.resolvedByName ?? 'a former colleague'}, ${formatDay(step.resolvedOn)}: ${step.resultNote}`
              : 'Open'
          }
        />
      </dl>
      {mayResolve ? (
        <PostForm class="fh-form">
          <h2 class="govuk-heading-m">Record what was agreed at this level</h2>
          <VersionField version={step.version} />
          <ChoiceField
            name="result"
            label="Does the decision stand?"
            choices={[
              { value: 'upheld', text: 'Yes, it is upheld' },
              {
                value: 'changed',
                text: 'No, it changes',
                hint: 'You record the new decision next.',
              },
            ]}
            errors={errors}
            typed={typed}
          />
          <LongText name="note" label="Why?" errors={errors} typed={typed} />
          <Button text="Record the answer" />
        </PostForm>
      ) : null}
    </ChildPage>
  );
}

const resultWords = {
  upheld: 'Upheld',
  changed: 'To be changed',
  escalated: 'Taken up a level',
} as const;

function Row({ term, text }: { readonly term: string; readonly text: string }): Html {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value fh-written">{text}</dd>
    </div>
  );
}

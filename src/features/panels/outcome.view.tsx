import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { noticeKinds } from '../../domain/panels/delivery.ts';
import { mustCheckLocally } from '../../domain/provenance.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { offersChoice } from './deliver-outcome.ts';
import type { DisposalOne } from './outcome.queries.ts';

export type OutcomeProps = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly disposal: DisposalOne;
  readonly owesNotice: boolean;
  readonly may: { readonly give: boolean; readonly complete: boolean; readonly notify: boolean };
  readonly movedOn: boolean;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** One outcome: decided, given, ended, and whether police are still owed word of it. */
export function OutcomePage(props: OutcomeProps): Html {
  const { shell, child, today, disposal, owesNotice, may, movedOn, errors } = props;
  return (
    <ChildPage
      title={disposal.outcome.label}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.childItems(child.id), text: 'Panel and outcomes' }}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Outcome</span>
        {disposal.outcome.label}
      </h1>
      {movedOn ? <MovedOn /> : null}
      {owesNotice ? <Owed disposal={disposal} child={child} today={today} /> : null}
      <dl class="govuk-summary-list">
        <Row term="Decided" text={formatDay(disposal.decided_on)} />
        <Row
          term="Given"
          text={
            disposal.given_on
              ? `${formatDay(disposal.given_on)}, by ${disposal.given_by}`
              : `Not yet${disposal.give_by ? `; due by ${formatDay(disposal.give_by)} (check locally)` : ''}`
          }
        />
        {disposal.given_on ? (
          <Row term="Appropriate adult" text={disposal.appropriate_adult ?? 'Not recorded'} />
        ) : null}
        {disposal.conditions ? <Row term="Conditions or plan" text={disposal.conditions} /> : null}
        {disposal.attendance_hours !== null ? (
          <Row term="Hours of attendance" text={String(disposal.attendance_hours)} />
        ) : null}
        {disposal.due_by ? (
          <Row term="To be finished by" text={formatDay(disposal.due_by)} />
        ) : null}
        {disposal.completion && disposal.completed_on ? (
          <>
            <Row
              term="Ended"
              text={`${noticeKinds[disposal.completion].label}, ${formatDay(disposal.completed_on)}`}
            />
            <Row term="What shows it" text={disposal.completion_evidence ?? 'Not recorded'} />
          </>
        ) : null}
      </dl>
      <div class="fh-actions">
        <a class="govuk-link" href={urls.panels.decision(child.id, disposal.decision_id)}>
          Read the decision
        </a>
        {disposal.completion && disposal.outcome.policeNoticeOfFailure ? (
          <a class="govuk-link" href={urls.panels.policeNotice(child.id, disposal.id)}>
            {disposal.notice ? 'Notice to police' : 'Tell police'}
          </a>
        ) : null}
        {may.complete ? (
          <Button text="Record how it ended" href={urls.panels.completion(child.id, disposal.id)} />
        ) : null}
      </div>
      {disposal.given_on === null ? <Giving {...props} /> : null}
    </ChildPage>
  );
}

/** Says that police must be told, by when, and how to. */
export function Owed({
  disposal,
  child,
  today,
}: {
  readonly disposal: DisposalOne;
  readonly child: ChildBand;
  readonly today: Day;
}): Html {
  const due = disposal.notice_due;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <span class="fh-badge fh-badge-late">{due && due < today ? 'Overdue' : 'Due'}</span>{' '}
        <strong>
          Police must be told that this was not kept
          {due ? ` by ${formatDay(due)} (check locally)` : ''}.
        </strong>{' '}
        {disposal.notice
          ? 'A notice is written but its sending is not proved.'
          : 'Nothing is written yet.'}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.panels.policeNotice(child.id, disposal.id)}>
          {disposal.notice
            ? 'Add when and how it was sent, with proof'
            : 'Write the notice to police'}
        </a>
      </p>
    </div>
  );
}

/** Says that the row changed while somebody wrote; what stands now is on the page, what they wrote in the form. */
export function MovedOn(): Html {
  return (
    <p class="govuk-inset-text">
      Somebody else changed this while you wrote. What they saved is shown here; what you wrote is
      kept in the form, and saving again replaces theirs.
    </p>
  );
}

function Giving({ disposal, may, errors, typed }: OutcomeProps): Html {
  if (disposal.decision_status === 'replaced')
    return <p class="govuk-body">The decision was replaced: this outcome is not given.</p>;
  if (disposal.decision_status !== 'final')
    return (
      <p class="govuk-inset-text">
        {disposal.decision_status === 'escalated'
          ? 'A disagreement about the decision is open. The outcome waits until it is settled.'
          : 'The outcome can be given when the police lead has confirmed the decision.'}
      </p>
    );
  if (!may.give) return <p class="govuk-body">The outcome has not been given yet.</p>;
  const { outcome } = disposal;
  const field = { errors, typed };
  return (
    <PostForm class="fh-form">
      <h2 class="govuk-heading-m">Record that it was given</h2>
      <VersionField version={disposal.version} />
      <DayField name="given-on" label="Day it was given" {...field} />
      <TextField name="given-by" label="Who gave it" hint="Name and rank or number" {...field} />
      <TextField
        name="appropriate-adult"
        label="Appropriate adult"
        hint="Who was with the child, or why nobody was"
        {...field}
      />
      {outcome.conditionsAllowed ? (
        <>
          <LongText
            name="conditions"
            label="Conditions, or the plan that must be kept"
            hint="In words the child can keep: what, where, how often."
            rows={5}
            {...field}
          />
          {disposal.most_hours !== null ? (
            <TextField
              name="attendance-hours"
              label="Hours of attendance among them (leave blank if none)"
              hint={`Up to ${disposal.most_hours} hours${mustCheckLocally({ confidence: disposal.hours_confidence ?? '' }) ? ' (check locally)' : ''}`}
              width="one-quarter"
              {...field}
            />
          ) : null}
          <DayField name="due-by" label="Day by which it must be finished" {...field} />
        </>
      ) : null}
      {offersChoice(outcome.code) ? (
        <ChoiceField
          name="support"
          label="Will the family take help from the service?"
          hint="It is their choice. If not, the referral is closed."
          inline
          choices={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          stored="no"
          {...field}
        />
      ) : null}
      <Button text="Save" />
    </PostForm>
  );
}

/** Records how an outcome ended. */
export function CompletionPage({
  shell,
  child,
  today,
  disposal,
  movedOn,
  errors,
  typed,
}: OutcomeProps): Html {
  return (
    <ChildPage
      title="How it ended"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.outcome(child.id, disposal.id), text: disposal.outcome.label }}
    >
      <h1 class="govuk-heading-l">How did {disposal.outcome.label} end?</h1>
      {movedOn ? <MovedOn /> : null}
      {disposal.outcome.policeNoticeOfFailure ? (
        <p class="govuk-body">
          If it was not kept, the service must tell police, with proof of sending. You write the
          notice next.
        </p>
      ) : null}
      <PostForm class="fh-form">
        <VersionField version={disposal.version} />
        <ChoiceField
          name="completion"
          label="How did it end?"
          choices={Object.entries(noticeKinds).map(([value, { label }]) => ({
            value,
            text: label,
          }))}
          stored={disposal.completion}
          errors={errors}
          typed={typed}
        />
        <DayField
          name="completed-on"
          label="Day it ended"
          stored={disposal.completed_on}
          errors={errors}
          typed={typed}
        />
        <LongText
          name="evidence"
          label="What shows it"
          hint="Sessions kept and missed with dates, what was tried to help the child take part, and what the child says."
          stored={disposal.completion_evidence}
          errors={errors}
          typed={typed}
        />
        <Button text="Save" />
      </PostForm>
    </ChildPage>
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

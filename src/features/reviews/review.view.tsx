import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { ChangeEventType } from '../../domain/reviews/change-event-types.ts';
import { Button, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { FirstPages } from './first-pages.view.tsx';
import { Script } from './record-change.view.tsx';
import type { ReviewRow } from './reviews.queries.ts';
import { reasonWords, resultWords } from './reviews-list.view.tsx';

export type ReviewProps = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly review: ReviewRow;
  readonly type: ChangeEventType | null;
  /** Each level that moved since the review was opened, in a sentence. */
  readonly levelChanges: readonly string[];
};

/** A review: what happened, what the record shows since, and what it comes to. */
export function ReviewPage(
  props: ReviewProps & {
    readonly canHold: boolean;
    readonly canCheck: boolean;
    readonly movedOn?: { readonly name: string } | null;
  },
): Html {
  const { review, child, type, canHold, canCheck, movedOn } = props;
  return (
    <ChildPage
      title={`Review: ${titleOf(props)}`}
      shell={props.shell}
      child={child}
      today={props.today}
      errors={props.errors}
      back={{ href: urls.reviews.list(child.id), text: 'Back to changes and reviews' }}
    >
      <h1 class="govuk-heading-l">Review: {titleOf(props)}</h1>
      {movedOn ? (
        <p class="govuk-body">
          <strong>{movedOn.name} held this review while you were writing.</strong> Theirs is below.
          What you wrote is kept as a draft: use it in a new review if it adds something.
        </p>
      ) : null}
      {type && !review.held_on ? (
        <>
          <Script type={type} />
          {props.canHold ? (
            <FirstPages type={type} childId={child.id} actor={props.shell.actor} />
          ) : null}
        </>
      ) : null}
      <WhatHappened {...props} />
      <SinceThen {...props} />
      {review.held_on ? <Held review={review} child={child} canCheck={canCheck} /> : null}
      {!review.held_on && canHold ? <HoldForm {...props} /> : null}
      {!review.held_on && !canHold ? (
        <p class="govuk-body fh-quiet">The child’s own worker holds the review.</p>
      ) : null}
    </ChildPage>
  );
}

/** What the review is about, in few words. */
export const titleOf = ({ type, review }: Pick<ReviewProps, 'type' | 'review'>) =>
  type?.label ?? reasonWords[review.reason] ?? 'Review';

/** What happened, as it was recorded. */
export function WhatHappened({ review }: Pick<ReviewProps, 'review'>): Html {
  const row = (key: string, value: string | null) =>
    value ? [{ key: { text: key }, value: { text: value } }] : [];
  return (
    <SummaryList
      rows={[
        ...row('Happened', review.happened_on ? formatDay(review.happened_on) : null),
        ...row('We knew', review.known_on ? formatDay(review.known_on) : null),
        ...row('What happened', review.detail),
        ...row('Who told us', review.source),
        ...row('Recorded by', review.recorded_by),
        ...row('Opened', formatDay(review.opened_on)),
        ...row('Review due by', formatDay(review.due_on)),
      ]}
    />
  );
}

/** What the record itself shows to have changed. */
export function SinceThen({ review, child, levelChanges }: ReviewProps): Html {
  return (
    <section aria-labelledby="since">
      <h2 class="govuk-heading-m" id="since">
        What the record shows since {formatDay(review.opened_on)}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {levelChanges.length === 0 ? <li>No level has changed in a signed assessment.</li> : null}
        {levelChanges.map((change) => (
          <li>{change}</li>
        ))}
        <li>
          {review.lines_changed.length === 0
            ? 'No line of the plan has changed.'
            : `Lines of the plan changed: ${review.lines_changed.map((line) => line.text).join('; ')}`}
        </li>
      </ul>
      {review.held_on ? null : (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.assessments.list(child.id)}>
            Review the assessment
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={urls.plans.current(child.id)}>
            change the plan
          </a>{' '}
          first, then come back here.
        </p>
      )}
    </section>
  );
}

/** What the review came to. */
export function Held({
  review,
  child,
  canCheck,
}: Pick<ReviewProps, 'review' | 'child'> & { readonly canCheck: boolean }): Html {
  return (
    <section aria-labelledby="held">
      <h2 class="govuk-heading-m" id="held">
        {review.result ? resultWords[review.result] : 'Held'}
      </h2>
      <p class="govuk-body fh-quiet">
        Held by {review.held_by_name ?? 'somebody'} on{' '}
        {review.held_on ? formatDay(review.held_on) : ''}.
        {review.partners_involved ? ` With: ${review.partners_involved}.` : ''}
      </p>
      <p class="govuk-body fh-written">{review.findings}</p>
      {review.no_change_reason ? (
        <p class="govuk-body">
          <strong>Why nothing changes:</strong> {review.no_change_reason}
        </p>
      ) : null}
      {review.assessment_id ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.assessments.one(child.id, review.assessment_id)}>
            The assessment that changed the levels
          </a>
        </p>
      ) : null}
      {review.manager_checked_on ? (
        <p class="govuk-body">
          <strong>
            Checked by {review.manager_checked_by_name ?? 'a manager'} on{' '}
            {formatDay(review.manager_checked_on)}:
          </strong>{' '}
          {review.manager_note}
        </p>
      ) : null}
      {canCheck && !review.manager_checked_on ? (
        <Button text="Check this review" href={urls.reviews.check(child.id, review.id)} />
      ) : null}
    </section>
  );
}

function HoldForm({ review, errors, typed }: ReviewProps): Html {
  return (
    <PostForm class="fh-form">
      <h2 class="govuk-heading-m">Hold the review</h2>
      <VersionField version={review.version} />
      <LongText
        name="findings"
        label="What the review found"
        hint="What it means for the child’s safety and for others, what the child and family say, and which first steps were taken."
        errors={errors}
        typed={typed}
      />
      <LongText
        name="partners_involved"
        label="Who took part (optional)"
        hint="Names and agencies. A review works better when the agencies concerned join in."
        rows={2}
        errors={errors}
        typed={typed}
      />
      <ChoiceField
        name="result"
        label="What the review changes"
        hint="The record is looked at to see that it is so."
        errors={errors}
        typed={typed}
        choices={[
          { value: 'levels-changed', text: 'A level, in an assessment signed since' },
          { value: 'plan-changed', text: 'The plan' },
          { value: 'levels-and-plan-changed', text: 'Both' },
          {
            value: 'nothing-changed',
            text: 'Nothing',
            hint: 'Say why below. A manager will look at it.',
          },
        ]}
      />
      <LongText
        name="no_change_reason"
        label="Why nothing needs to change"
        hint="Only when nothing changes."
        rows={3}
        errors={errors}
        typed={typed}
      />
      <Button text="Save the review" />
    </PostForm>
  );
}

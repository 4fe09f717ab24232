import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ActionBadge } from '../../record/action-badge.tsx';
import { FormBox } from '../../record/form-box.tsx';
import type { PageOf } from '../../record/form-page.ts';
import { WhoIsKeptSafe } from '../../record/kept-safe.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { FirstPages } from './first-pages.view.tsx';
import type { holdFields, Reviewed } from './hold.routes.tsx';
import { Script } from './record-change.view.tsx';
import type { Step } from './reviews.queries.ts';
import { reasonWords, resultWords } from './reviews-list.view.tsx';

type OfChild = { readonly child: ChildBand };

/** A review: what happened, what the record shows since, and what it comes to. */
export function ReviewPage({
  context,
  subject,
  form: { F, ...form },
  canCheck,
}: PageOf<ChildContext, Reviewed, typeof holdFields> & { readonly canCheck: boolean }): Html {
  const { review, type } = subject;
  const { child, actor } = context;
  const title = `Review: ${titleOf(subject)}`;
  const isHeld = review.held_on !== null;
  return (
    <ChildPage
      {...context}
      title={title}
      errors={form.faults}
      back={{ href: urls.reviews.list(child.id), text: 'Back to changes and reviews' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {type && (!isHeld || subject.steps.length > 0) ? (
        <>
          <Script
            type={type}
            below={(step, number) => (
              <StepStands
                step={subject.steps.find(({ what }) => what === step)}
                href={urls.reviews.step(child.id, review.id, String(number))}
                name={step}
                mayTake={form.mayWrite && !isHeld}
                context={context}
              />
            )}
          />
          {form.mayWrite && !isHeld ? (
            <FirstPages type={type} childId={child.id} actor={actor} />
          ) : null}
        </>
      ) : null}
      <WhatHappened review={review} />
      <SinceThen {...subject} child={child} />
      <WhoIsKeptSafe people={review.kept_safe} />
      {isHeld ? <Held review={review} child={child} canCheck={canCheck} /> : null}
      {!isHeld && form.mayWrite ? <h2 class="govuk-heading-m">Hold the review</h2> : null}
      <FormBox form={{ ...form, mayWrite: form.mayWrite && !isHeld }} button="Save the review">
        <F.findings />
        <F.partners_involved />
        <F.result />
        <F.no_change_reason />
      </FormBox>
      {isHeld || form.mayWrite ? null : (
        <p class="govuk-body fh-quiet">The child’s own worker holds the review.</p>
      )}
    </ChildPage>
  );
}

function StepStands(props: {
  readonly step: Step | undefined;
  readonly href: string;
  readonly name: string;
  readonly mayTake: boolean;
  readonly context: Pick<ChildContext, 'child' | 'today'>;
}): Html | null {
  const { step, href, name, mayTake, context } = props;
  if (step)
    return (
      <>
        <a class="govuk-link" href={urls.oversight.action(context.child.id, step.id)}>
          {step.owner_name}
          <span class="govuk-visually-hidden">: {name}</span>
        </a>{' '}
        <ActionBadge action={step} today={context.today} />
      </>
    );
  return mayTake ? (
    <a class="govuk-link fh-no-print" href={href}>
      Give it to somebody, or say that it is done
      <span class="govuk-visually-hidden">: {name}</span>
    </a>
  ) : null;
}

/** What the review is about, in few words. */
export const titleOf = ({ type, review }: Pick<Reviewed, 'type' | 'review'>) =>
  type?.label ?? reasonWords[review.reason] ?? 'Review';

/** What happened, as it was recorded. */
export function WhatHappened({ review }: Pick<Reviewed, 'review'>): Html {
  return (
    <WrittenList
      lines={[
        ['Happened', review.happened_on && formatDay(review.happened_on)],
        ['We knew', review.known_on && formatDay(review.known_on)],
        ['What happened', review.detail],
        ['Who told us', review.source],
        ['Recorded by', review.recorded_by],
        ['Opened', formatDay(review.opened_on)],
        ['Review due by', formatDay(review.due_on)],
      ]}
    />
  );
}

/** What the record itself shows to have changed. */
export function SinceThen({
  review,
  child,
  levelChanges,
}: Pick<Reviewed, 'review' | 'levelChanges'> & OfChild): Html {
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
}: Pick<Reviewed, 'review'> & OfChild & { readonly canCheck: boolean }): Html {
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

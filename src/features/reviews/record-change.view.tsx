import type { Day } from '../../domain/calendar/day.ts';
import type { ChangeEventType } from '../../domain/reviews/change-event-types.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField, DayField, LongText, TextField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Frame = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
};

const withinWords = ({ number, unit }: ChangeEventType['reviewWithin']) =>
  number === 1 ? `1 ${unit.replace(/s$/, '')}` : `${number} ${unit}`;

/** First question: what happened. The answer brings the steps that everybody takes. */
export function ChooseChangePage({
  types,
  errors,
  ...frame
}: Frame & { readonly types: readonly ChangeEventType[] }): Html {
  return (
    <ChildPage
      title="Record a change"
      errors={errors}
      back={{ href: urls.reviews.list(frame.child.id), text: 'Back to changes and reviews' }}
      {...frame}
    >
      <h1 class="govuk-heading-l">What happened to {frame.child.forename}?</h1>
      <form method="get" action={urls.reviews.record(frame.child.id)} class="fh-form">
        <input type="hidden" name="asked" value="yes" />
        <ChoiceField
          name="type"
          label="Choose the nearest"
          hint="If several things happened, record each: each has its own steps."
          small
          errors={errors}
          typed={{}}
          choices={types.map((type) => ({
            value: type.code,
            text: type.label,
            hint: `Review within ${withinWords(type.reviewWithin)}`,
          }))}
        />
        <Button text="Continue" />
      </form>
    </ChildPage>
  );
}

/** Second: the first steps, and what is known. */
export function RecordChangePage({
  type,
  errors,
  typed,
  ...frame
}: Frame & {
  readonly type: ChangeEventType;
  readonly typed: Typed;
}): Html {
  return (
    <ChildPage
      title={`Record a change: ${type.label}`}
      errors={errors}
      back={{ href: urls.reviews.record(frame.child.id), text: 'Choose something else' }}
      {...frame}
    >
      <h1 class="govuk-heading-l">{type.label}</h1>
      <div class="fh-two">
        <PostForm action={urls.reviews.record(frame.child.id)}>
          <input type="hidden" name="type" value={type.code} />
          <DayField
            name="happened_on"
            label="When it happened"
            hint="If you do not know, the first day on which it could have."
            errors={errors}
            typed={typed}
          />
          <DayField
            name="known_on"
            label="When we knew"
            hint={`The review is due ${withinWords(type.reviewWithin)} after this day.`}
            errors={errors}
            typed={typed}
            stored={frame.today}
          />
          <LongText
            name="detail"
            label="What happened"
            hint="What is known, and what is only thought. What the child says."
            errors={errors}
            typed={typed}
          />
          <TextField
            name="source"
            label="Who told us"
            hint="For example: mum, by phone; school; police report."
            errors={errors}
            typed={typed}
          />
          <Button text="Record it and open the review" />
        </PostForm>
        <div>
          <Script type={type} />
        </div>
      </div>
    </ChildPage>
  );
}

/** What everybody does first, step by step. */
export function Script({ type }: { readonly type: ChangeEventType }): Html {
  return (
    <section class="fh-card" aria-labelledby="script">
      <h2 class="govuk-heading-m" id="script">
        What to do first
      </h2>
      <ol class="govuk-list govuk-list--number">
        {type.script.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {type.confidence === 'confirmed' ? null : (
        <p class="govuk-body-s fh-quiet">The service’s own steps and times: check locally.</p>
      )}
    </section>
  );
}

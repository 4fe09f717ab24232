import type { Day } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { ChangeEventType } from '../../domain/reviews/change-event-types.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField } from '../../ui/layout/fields.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';

/** Within how long the review of such a change is held, in words. */
export const withinWords = ({ number, unit }: ChangeEventType['reviewWithin']) =>
  number === 1 ? `1 ${unit.replace(/s$/, '')}` : `${number} ${unit}`;

/** First question: what happened. The answer brings the steps that everybody takes. */
export function ChooseChangePage({
  types,
  errors,
  ...frame
}: {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FormFault[];
  readonly types: readonly ChangeEventType[];
}): Html {
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

/** What everybody does first, step by step; below each what became of it, where that is known. */
export function Script({
  type,
  below,
}: {
  readonly type: ChangeEventType;
  readonly below?: (step: string, number: number) => Html | null;
}): Html {
  return (
    <section class="fh-card" aria-labelledby="script">
      <h2 class="govuk-heading-m" id="script">
        What to do first
      </h2>
      <ol class="govuk-list govuk-list--number">
        {type.script.map((step, index) => (
          <li>
            {step} {below?.(step, index + 1)}
          </li>
        ))}
      </ol>
      {type.confidence === 'confirmed' ? null : (
        <p class="govuk-body-s fh-quiet">The service’s own steps and times: check locally.</p>
      )}
    </section>
  );
}

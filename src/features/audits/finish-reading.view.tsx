import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { DayField, LongText, SelectField, TextField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { actionNumbers } from './finish-form.ts';
import type { Owner } from './finish-reading.ts';
import type { Reading } from './reading.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly reading: Reading;
  readonly owners: readonly Owner[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
};

/** Ends a reading: what the worker hears about it, and what is to be done for the child. */
export function FinishReadingPage(props: Props): Html {
  const { shell, child, today, reading, owners, typed, errors } = props;
  const base = { typed, errors };
  return (
    <ChildPage
      title="What is good and what to learn"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{
        href: urls.audits.reading(child.id, reading.id),
        text: `Case ${reading.position}, ${reading.audit}`,
      }}
    >
      <h1 class="govuk-heading-l">What is good and what to learn</h1>
      <p class="govuk-body">
        {reading.worker ?? 'The worker'} reads this, and it is talked through at the next
        supervision. A finished reading cannot be changed, and the access that you were given for it
        ends at once.
      </p>
      <PostForm class="fh-form">
        <LongText
          {...base}
          name="strengths"
          label="What is good in this work"
          hint="Name what was done and what it did for the child"
          rows={4}
          stored={reading.strengths}
        />
        <LongText
          {...base}
          name="learning"
          label="What there is to learn"
          hint="What would have made it better, and how it would be seen"
          rows={4}
          stored={reading.learning}
        />
        <h2 class="govuk-heading-m">What is to be done for this child</h2>
        <p class="govuk-body">
          Leave blank if nothing. Each becomes an action on its owner’s list.
        </p>
        {actionNumbers.map((number) => (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              Action {number}
            </legend>
            <TextField {...base} name={`what${number}`} label={`What is action ${number}?`} />
            <div class="fh-even">
              <SelectField
                {...base}
                name={`owner${number}`}
                label={`Who does action ${number}`}
                empty="Nobody named"
                choices={owners.map(({ id, name }) => ({ value: id, text: name }))}
              />
              <DayField {...base} name={`by${number}`} label={`By what day, action ${number}`} />
            </div>
          </fieldset>
        ))}
        <Button text="Finish the reading" preventDoubleClick={true} />
      </PostForm>
    </ChildPage>
  );
}

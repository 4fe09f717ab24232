import { Button, WarningText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { DayField, LongText, SelectField, TextField, type Typed } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

const hours = Array.from({ length: 8 }, (_, index) => String(index + 1));

/** For the duty manager at eleven at night with a hospital on the telephone. */
export function BreakGlassPage({ shell, errors, typed }: Props): Html {
  return (
    <Page title="Open a restricted record in an emergency" shell={shell} errors={errors}>
      <h1 class="govuk-heading-l">Open a restricted record in an emergency</h1>
      <WarningText
        text="Use this only when a child or someone else may come to harm before a person on the record’s list can be asked."
        iconFallbackText="Warning"
      />
      <p class="govuk-body">
        Your name, your reason, and every page you open are kept. Another manager reviews it on the
        next working day.
      </p>
      <PostForm action={urls.child.breakGlass}>
        <TextField
          name="number"
          label="The child’s number"
          hint="The number is on letters and on the paper list kept for emergencies. Without it, give the name and date of birth below."
          width="one-third"
          errors={errors}
          typed={typed}
        />
        <h2 class="govuk-heading-m">If you do not have the number</h2>
        <p class="govuk-body">
          A restricted record cannot be searched for, so the name must be spelt as it is in the
          record. That you asked is kept, whether or not a record is found.
        </p>
        <TextField name="forename" label="Forename" errors={errors} typed={typed} />
        <TextField name="surname" label="Surname" errors={errors} typed={typed} />
        <DayField name="born" label="Date of birth" errors={errors} typed={typed} />
        <h2 class="govuk-heading-m">Why, and for how long</h2>
        <LongText
          name="reason"
          label="What has happened, and why you need the record now"
          hint="Good: “Hospital rang, child unconscious, needs allergy and who may consent.”"
          rows={4}
          errors={errors}
          typed={typed}
        />
        <SelectField
          name="hours"
          label="For how many hours"
          choices={hours.map((value) => ({
            value,
            text: value === '1' ? '1 hour' : `${value} hours`,
          }))}
          errors={errors}
          typed={typed}
          stored="1"
        />
        <Button text="Open the record" classes="govuk-button--warning" />
      </PostForm>
    </Page>
  );
}

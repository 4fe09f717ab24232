import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  type Choice,
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
} from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { VaultForm, type VaultFormModel } from './vault-form.view.tsx';
import type { RightRow } from './victims.queries.ts';

/** One contact with the victim, or one try. */
export function ContactPage(model: VaultFormModel & { readonly methods: readonly Choice[] }): Html {
  const { child, line, errors, typed, today, methods } = model;
  const field = { errors, typed };
  return (
    <VaultForm {...model} title="Log a contact" action={urls.victims.contact(child.id, line.id)}>
      <DayField {...field} name="held" label="When?" stored={today} />
      <SelectField {...field} name="method" label="How?" choices={methods} />
      <ChoiceField
        {...field}
        name="reached"
        label="Did you reach them?"
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, I tried' },
        ]}
      />
      <LongText
        {...field}
        name="note"
        label="What was said, or what you tried"
        hint="A log is not changed afterwards: add another line to put something right."
        rows={5}
      />
      <Button text="Save the contact" />
    </VaultForm>
  );
}

/** What the victim has a right to: the day each was done, or why not. */
export function RightsPage(model: VaultFormModel & { readonly rights: readonly RightRow[] }): Html {
  const { child, line, errors, typed, rights } = model;
  return (
    <VaultForm {...model} title="Their rights" action={urls.victims.rights(child.id, line.id)}>
      <p class="govuk-body">
        Give the day on which each was done, or why it was not. Leave blank what is still to do.
      </p>
      {rights.map((right) => (
        <section aria-labelledby={`right-${right.code}`}>
          <h2 class="govuk-heading-m" id={`right-${right.code}`}>
            {right.label}
          </h2>
          <p class="govuk-body">
            {right.description}. {right.dueOn ? `Due ${formatDay(right.dueOn)}. ` : ''}
            <span class="fh-quiet">
              {right.source}
              {right.confidence === 'confirmed' ? '' : ' (check locally)'}
            </span>
          </p>
          <DayField
            name={`done-${right.code}`}
            label={`${right.label}: on what day?`}
            errors={errors}
            typed={typed}
            stored={right.doneOn}
          />
          <TextField
            name={`why-${right.code}`}
            label={`${right.label}: or why not`}
            errors={errors}
            typed={typed}
            stored={right.notDoneReason}
          />
        </section>
      ))}
      <Button text="Save their rights" />
    </VaultForm>
  );
}

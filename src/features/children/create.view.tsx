import type { FormFault } from '../../domain/form-fault.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  type Choice,
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  type Typed,
} from '../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

export type CreateChoices = {
  readonly sex: readonly Choice[];
  readonly ethnicity: readonly Choice[];
  readonly language: readonly Choice[];
  readonly source: readonly Choice[];
  readonly accommodation: readonly Choice[];
};
type Props = {
  readonly shell: PageShell;
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
  readonly choices: CreateChoices;
};

export function CreatePage({ shell, errors, typed, choices }: Props): Html {
  const field = { errors, typed };
  return (
    <Page
      title="Make a new record"
      shell={shell}
      errors={errors}
      back={{ href: urls.children.search, text: 'Back to the search' }}
    >
      <h1 class="govuk-heading-l">Make a new record</h1>
      <p class="govuk-body">
        Records that look like the same child are shown before anything is made. A record can also
        be hidden from you; those who may see it are then told of this one. Where you have not
        asked, say so: that is a gap someone can fill. A guess is not.
      </p>
      <PostForm action={urls.children.create}>
        {typed.next === 'referral' ? <input type="hidden" name="next" value="referral" /> : null}
        <h2 class="govuk-heading-m">Who the child is</h2>
        <TextField name="forename" label="Forename" {...field} />
        <TextField name="surname" label="Surname" {...field} />
        <TextField
          name="knownAs"
          label="Known as (optional)"
          hint="The name the child wants to be called"
          {...field}
        />
        <ChoiceField
          name="birthStatus"
          label="Is the date of birth known?"
          choices={birthStatusChoices}
          small
          {...field}
        />
        <DayField name="birth" label="Date of birth" hint="For example, 27 3 2011" {...field} />
        <ChoiceField name="sex" label="Sex" choices={choices.sex} small {...field} />
        <SelectField
          name="ethnicity"
          label="Ethnicity, as the child says it"
          hint="Never an officer’s or a worker’s own view"
          choices={choices.ethnicity}
          {...field}
        />
        <SelectField name="language" label="First language" choices={choices.language} {...field} />
        <SelectField
          name="source"
          label="Who told us these things?"
          choices={choices.source}
          {...field}
        />
        <h2 class="govuk-heading-m">How to reach the child</h2>
        <LongText
          name="lines"
          label="Address (optional)"
          hint="Without the postcode"
          rows={3}
          {...field}
        />
        <TextField name="postcode" label="Postcode (optional)" width="one-quarter" {...field} />
        <SelectField
          name="accommodation"
          label="Kind of home (needed with an address)"
          choices={choices.accommodation}
          {...field}
        />
        <TextField name="phone" label="Telephone (optional)" width="one-third" {...field} />
        <TextField
          name="phoneWhose"
          label="Whose telephone is it? (optional)"
          hint="For example, the child’s own, or Mum’s"
          width="one-half"
          {...field}
        />
        <Button text="Look for the same child, then make the record" preventDoubleClick />
      </PostForm>
    </Page>
  );
}

const birthStatusChoices = [
  { value: 'known', text: 'Yes, it is known' },
  { value: 'estimated', text: 'No, this is an estimate' },
  { value: 'unknown', text: 'No, and it cannot be estimated' },
];

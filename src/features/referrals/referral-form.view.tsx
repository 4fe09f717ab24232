import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  type Choice,
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  type Typed,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly sources: readonly Choice[];
  readonly agencies: readonly Choice[];
  readonly outcomes: readonly Choice[];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unknown', text: 'Not known yet' },
];

/** Logging a referral by hand. */
export function ReferralFormPage(props: Props): Html {
  const { shell, child, today, errors, typed } = props;
  const common = { errors, typed };
  return (
    <ChildPage
      title="Log a referral"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.referrals.forChild(child.id), text: 'Referrals' }}
    >
      <h1 class="govuk-heading-l">Log a referral</h1>
      <PostForm action={urls.referrals.createForChild(child.id)} class="fh-form">
        <h2 class="govuk-heading-m">Who refers</h2>
        <SelectField {...common} name="source" label="How did it come?" choices={props.sources} />
        <SelectField
          {...common}
          name="agency"
          label="Which agency refers?"
          choices={props.agencies}
        />
        <TextField
          {...common}
          name="reference"
          label="Their reference"
          hint="For police, the URN or crime reference. Leave blank when there is none."
          width="one-half"
        />
        <TextField
          {...common}
          name="officer"
          label="Who referred"
          hint="The officer in the case, or the person’s name and role"
        />
        <DayField
          {...common}
          name="referred"
          label="Date referred"
          hint="The day on which they sent it"
          stored={today}
        />
        <h2 class="govuk-heading-m">What happened</h2>
        <LongText
          {...common}
          name="offences"
          label="Offences, if any"
          hint="In the sender’s own words, one on each line"
          rows={3}
        />
        <DayField
          {...common}
          name="offence"
          label="Date of the offence"
          hint="Leave blank when there is no offence or the date is not known"
        />
        <SelectField
          {...common}
          name="outcome"
          label="Outcome that police propose"
          choices={props.outcomes}
          empty="None proposed"
        />
        <ChoiceField
          {...common}
          name="admission"
          label="Does the child admit it?"
          stored="not-asked"
          small={true}
          choices={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
            { value: 'no-comment', text: 'No comment made' },
            { value: 'unknown', text: 'Not known yet' },
            { value: 'not-asked', text: 'Not asked, or no offence' },
          ]}
        />
        <ChoiceField
          {...common}
          name="victim"
          label="Was somebody harmed?"
          stored="unknown"
          small={true}
          choices={yesNo}
          hint="Yes opens a line for the victim worker. Never write the victim’s name here."
        />
        <ChoiceField
          {...common}
          name="consents"
          label="Does the victim agree that police share their details?"
          stored="unknown"
          small={true}
          choices={yesNo}
        />
        <LongText
          {...common}
          name="detail"
          label="Why they refer"
          hint="What worries them, what is going well, and what they would like to happen"
        />
        <div class="fh-actions">
          <Button text="Log the referral" preventDoubleClick={true} />
        </div>
      </PostForm>
    </ChildPage>
  );
}

import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  LongText,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { KnownNow } from './hold-facts.view.tsx';
import type { Hold } from './holds.queries.ts';

export type HoldFormState = { readonly errors: readonly FieldError[]; readonly typed: Typed };
type Props = { readonly hold: Hold; readonly known: KnownNow; readonly state: HoldFormState };

/** Who it is, with what has been put right, and why. */
export function HoldForm({ hold, known, state: { errors, typed } }: Props): Html {
  const { values } = hold;
  const common = { errors, typed };
  return (
    <PostForm action={urls.referrals.hold(hold.id)} class="fh-form">
      <h2 class="govuk-heading-m">Put right what police have told you since</h2>
      <TextField {...common} name="forename" label="Forename" stored={values.forename} />
      <TextField {...common} name="surname" label="Surname" stored={values.surname} />
      <DayField {...common} name="birth" label="Date of birth" stored={values.dateOfBirth} />
      <TextField
        {...common}
        name="urn"
        label="URN or crime reference"
        stored={values.urn}
        width="one-half"
      />
      <DayField {...common} name="offence" label="Offence date" stored={values.offenceDate} />
      <DayField {...common} name="referred" label="Date referred" stored={values.referredOn} />
      <ChoiceField
        {...common}
        name="decision"
        label="Who is it?"
        choices={[
          ...[...known.byId.values()].map((child) => ({
            value: `child:${child.id}`,
            text: `It is ${child.name}, No. ${child.number}`,
            hint: child.dateOfBirth ? `Born ${formatDay(child.dateOfBirth)}` : undefined,
          })),
          {
            value: 'other',
            text:
              known.byId.size > 0
                ? 'It is another child on record'
                : 'It is a child already on record',
            hint: 'Give their number below',
          },
          {
            value: 'new',
            text: 'It is a new child',
            hint: 'A record is made with the details above',
          },
          { value: 'none', text: 'It is not a referral', hint: 'Nothing is made' },
        ]}
      />
      <TextField
        {...common}
        name="number"
        label="Number of the child on record"
        hint="Only when it is a child on record who is not named above. The number is at the top of their record."
        width="one-third"
      />
      <LongText
        {...common}
        name="note"
        label="Why you decided so"
        rows={3}
        hint="For example: PC 4245 confirmed by telephone that the forename is Wren."
      />
      <VersionField version={hold.version} />
      <div class="fh-actions">
        <Button text="Save the decision" preventDoubleClick={true} />
      </div>
    </PostForm>
  );
}

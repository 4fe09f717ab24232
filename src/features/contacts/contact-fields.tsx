import { lenses } from '../../domain/assessments/lenses.data.ts';
import { type Code, choicesOf } from '../../domain/reference/codes.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  TickField,
  type Typed,
} from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';

export type FieldsModel = {
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly types: readonly Code[];
  readonly attendance: readonly Code[];
  readonly reasons: readonly Code[];
  readonly workers: readonly { readonly id: string; readonly name: string }[];
  readonly involvements: readonly { readonly id: string; readonly label: string }[];
};

const seenWords = [
  { value: 'alone', text: 'Yes, alone' },
  { value: 'with-others', text: 'Yes, with others' },
  { value: 'not-seen', text: 'No' },
  {
    value: 'not-applicable',
    text: 'Not asked of this contact',
    hint: 'Such as a call to a school',
  },
];

/** What, where, when and whose: the same for a contact held and one still to come. */
export function WhereAndWhen({
  model,
  isPlan,
}: {
  readonly model: FieldsModel;
  readonly isPlan: boolean;
}): Html {
  const base = { errors: model.errors, typed: model.typed };
  return (
    <>
      <div class="fh-even">
        <SelectField
          {...base}
          name="type"
          label={isPlan ? 'Kind of contact' : 'What kind of contact was it?'}
          choices={choicesOf(model.types)}
        />
        <TextField
          {...base}
          name="place"
          label={isPlan ? 'Where' : 'Where was it?'}
          width="two-thirds"
        />
      </div>
      <div class="fh-even">
        <DayField {...base} name="on" label={isPlan ? 'Day' : 'What day was it?'} />
        <div class="fh-even">
          <TextField
            {...base}
            name="at"
            label={isPlan ? 'Time' : 'What time did it begin?'}
            hint="Such as 2:30pm"
            width="one-half"
          />
          <TextField {...base} name="minutes" label="Minutes" hint="If you know" width="one-half" />
        </div>
      </div>
      {isPlan ? (
        <p class="govuk-hint">
          Keep clear of school, work and worship. The usual school day is a quarter to nine to half
          past three: after it, or a visit at school, is better than taking the child out.
        </p>
      ) : null}
      <div class="fh-even">
        <SelectField
          {...base}
          name="worker"
          label={isPlan ? 'Who will see the child' : 'Whose contact was it?'}
          choices={model.workers.map(({ id, name }) => ({ value: id, text: name }))}
        />
        {model.involvements.length > 1 ? (
          <SelectField
            {...base}
            name="involvement"
            label="Which piece of work it was for"
            empty="All of them"
            choices={model.involvements.map(({ id, label }) => ({ value: id, text: label }))}
          />
        ) : (
          <input type="hidden" name="involvement" value={model.involvements[0]?.id ?? ''} />
        )}
      </div>
    </>
  );
}

/** What happened: who was seen, what was said, what comes next. */
export function WhatHappened({
  model,
  canPlanNext,
}: {
  readonly model: FieldsModel;
  readonly canPlanNext: boolean;
}): Html {
  const base = { errors: model.errors, typed: model.typed };
  const long = base;
  return (
    <>
      <div class="fh-even">
        <ChoiceField
          {...base}
          name="attendance"
          label="Did it go ahead?"
          small
          choices={choicesOf(model.attendance)}
        />
        <div>
          <ChoiceField
            {...base}
            name="seen"
            label="Did you see the child?"
            small
            choices={seenWords}
          />
          <TickField
            {...base}
            name="parent"
            label="Parent or carer"
            small
            choices={[{ value: 'yes', text: 'I spoke with a parent or carer' }]}
          />
        </div>
      </div>
      <div class="fh-even">
        <SelectField
          {...base}
          name="reason"
          label="If the child did not come, why?"
          hint="Some reasons are good ones: a service that the child could not reach was not refused"
          empty="They came"
          choices={choicesOf(model.reasons)}
        />
        <TextField
          {...base}
          name="withWhom"
          label="Who else was there?"
          hint="Leave blank if nobody"
        />
      </div>
      <LongText
        {...long}
        name="notes"
        label="What happened"
        hint="What you did together, what you saw, and what is fact and what is your view"
        rows={8}
      />
      <LongText
        {...long}
        name="childWords"
        label="What the child said, in their own words"
        hint="Leave blank if they said nothing that you can quote"
        rows={3}
      />
      <LongText
        {...long}
        name="nextStep"
        label="What happens next"
        hint="Who does what, and by when"
        rows={2}
      />
      <div class="fh-even">
        <TickField
          {...base}
          name="lenses"
          label="What it was about"
          hint="Tick all that apply"
          small
          choices={lenses.map(({ id, label }) => ({ value: id, text: label }))}
        />
        <TickField
          {...base}
          name="safeguarding"
          label="Safeguarding"
          hint="This marks the contact for others. It tells nobody: if a child is in danger, ring first."
          small
          choices={[{ value: 'yes', text: 'I am worried about a child’s safety' }]}
        />
      </div>
      {canPlanNext ? (
        <Details
          summaryText="Plan the next contact now"
          open={Boolean(model.typed['nextOn-day'])}
          html={
            <div class="fh-even">
              <DayField {...base} name="nextOn" label="Day of the next contact" />
              <div>
                <TextField {...base} name="nextAt" label="Time" hint="Such as 4pm: after school" />
                <TextField {...base} name="nextPlace" label="Where" hint="Blank: the same place" />
              </div>
            </div>
          }
        />
      ) : null}
    </>
  );
}

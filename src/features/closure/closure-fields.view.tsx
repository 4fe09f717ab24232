import type { Html } from '../../ui/html.ts';
import {
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { ClosureProps } from './closure-props.ts';

/** What is written at the end of a piece of work. */
export function ClosureFields(props: ClosureProps): Html {
  const { record, written, errors, typed, child, reasons } = props;
  const box = { errors, typed };
  return (
    <>
      <h2 class="govuk-heading-m">At the end</h2>
      <VersionField version={record.closure?.version ?? 0} />
      <LongText
        name="summary"
        label="What helped and what did not"
        hint={`What changed for ${child.forename}, and what the next worker should know.`}
        stored={written.summary}
        {...box}
      />
      <ChoiceField
        name="handover"
        label="Hand-over to who carries on"
        stored={written.handover}
        small
        {...box}
        choices={[
          { value: 'accepted', text: 'Accepted' },
          { value: 'declined', text: 'Declined', hint: 'Say below who declined and why.' },
          { value: 'not-needed', text: 'Not needed', hint: 'Say below why.' },
          { value: 'not-decided', text: 'Not decided yet' },
        ]}
      />
      <TextField
        name="handover_to"
        label="Who accepted it"
        hint="Name and agency, or the person in the family or the community."
        stored={written.handover_to}
        {...box}
      />
      <DayField
        name="handover_on"
        label="When it was handed over"
        stored={written.handover_on}
        {...box}
      />
      <LongText
        name="handover_reason"
        label="Why it was declined or not needed"
        rows={2}
        stored={written.handover_reason}
        {...box}
      />
      <LongText
        name="child_feedback"
        label={`What ${child.forename} thought of the work`}
        hint="In their own words."
        rows={3}
        stored={written.child_feedback}
        {...box}
      />
      <TextField
        name="child_feedback_not_known"
        label="If it is not known, why"
        stored={written.child_feedback_not_known}
        {...box}
      />
      <LongText
        name="parent_feedback"
        label="What parents or carers thought of the work"
        rows={3}
        stored={written.parent_feedback}
        {...box}
      />
      <TextField
        name="parent_feedback_not_known"
        label="If that is not known, why"
        stored={written.parent_feedback_not_known}
        {...box}
      />
      <ChoiceField
        name="victims_told"
        label="Were victims told what they asked to know?"
        hint={
          record.victims_wanting_updates > 0
            ? `Victims who asked to be kept informed: ${record.victims_wanting_updates}. The victim worker tells them.`
            : undefined
        }
        stored={written.victims_told}
        small
        {...box}
        choices={[
          { value: 'done', text: 'Yes' },
          { value: 'not-wanted', text: 'They did not want to be told' },
          ...(record.victims === 0 ? [{ value: 'no-victim', text: 'There is no victim' }] : []),
          { value: 'not-done', text: 'Not yet' },
        ]}
      />
      <SelectField
        name="end_reason"
        label="Why the work ended"
        stored={written.end_reason}
        choices={reasons}
        {...box}
      />
      <DayField
        name="work_ended_on"
        label="The day the work ended"
        stored={written.work_ended_on}
        {...box}
      />
    </>
  );
}

import type { Day } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { choice, code, pressed } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { longText, text } from '../../record/text-fields.tsx';
import type { CheckRow, Written } from './closure-facts.ts';

/** What is written at the end of a piece of work. It may be saved half-filled; sending it asks for the rest. */
export const closureFields = {
  summary: longText({ label: 'What helped and what did not', rows: 6 }),
  handover: choice(
    [
      { value: 'accepted', text: 'Accepted' },
      { value: 'declined', text: 'Declined', hint: 'Say below who declined and why.' },
      { value: 'not-needed', text: 'Not needed', hint: 'Say below why.' },
      { value: 'not-decided', text: 'Not decided yet' },
    ],
    {
      label: 'Hand-over to who carries on',
      required: 'Choose what came of the hand-over',
      as: 'small-radios',
    },
  ),
  handover_to: text({
    label: 'Who accepted it',
    hint: 'Name and agency, or the person in the family or the community.',
    max: 300,
  }),
  handover_on: day({
    label: 'When it was handed over',
    says: 'The day of the hand-over',
    within: 'past',
  }),
  handover_reason: longText({ label: 'Why it was declined or not needed', rows: 2, max: 2000 }),
  child_feedback: longText({
    label: 'What the child thought of the work',
    hint: 'In their own words.',
    rows: 3,
  }),
  child_feedback_not_known: text({
    label: 'If it is not known, why',
    says: 'Why it is not known what the child thought',
    max: 1000,
  }),
  parent_feedback: longText({ label: 'What parents or carers thought of the work', rows: 3 }),
  parent_feedback_not_known: text({
    label: 'If that is not known, why',
    says: 'Why it is not known what parents or carers thought',
    max: 1000,
  }),
  victims_told: code('victims_told', {
    label: 'Were victims told what they asked to know?',
    required: 'Choose whether victims were told',
    as: 'small-radios',
  }),
  end_reason: code('closure_reason', { label: 'Why the work ended' }),
  disengagement_reason: code('disengagement_reason', {
    label: 'If the child or family stopped taking part, what kept them from it',
    hint: 'Ask them. What they say shows the service what to do differently.',
    says: 'What kept them from taking part',
    empty: 'They took part',
  }),
  work_ended_on: day({
    label: 'The day the work ended',
    says: 'The day the work ended',
    within: 'past',
  }),
  action: pressed,
};

/** Whether victims were told: that there is none is offered only where the record names none. */
export const victimsToldChoices = (victims: number) => [
  { value: 'done', text: 'Yes' },
  { value: 'not-wanted', text: 'They did not want to be told' },
  ...(victims === 0 ? [{ value: 'no-victim', text: 'There is no victim' }] : []),
  { value: 'not-done', text: 'Not yet' },
];

const places: Readonly<Record<string, string>> = {
  'hand-over': 'handover',
  'child-feedback': 'child_feedback',
  'parent-feedback': 'parent_feedback',
  'victims-told': 'victims_told',
  summary: 'summary',
};

/** What stops the closing from going to the manager, each leading to its field or its line of the checklist. */
export function submitFaults(
  written: Pick<
    Written,
    'handover' | 'handover_to' | 'end_reason' | 'disengagement_reason' | 'work_ended_on'
  >,
  standing: readonly Pick<CheckRow, 'id' | 'sentence'>[],
  {
    started_on: startedOn,
    disengaged_by,
  }: { readonly started_on: Day; readonly disengaged_by: readonly string[] },
): FormFault[] {
  const fault = (isSo: boolean, field: string, message: string) =>
    isSo ? [{ field, message }] : [];
  const { handover, handover_to, end_reason, work_ended_on: ended } = written;
  return [
    ...standing.map(({ id, sentence }) => ({
      field: places[id] ?? `check-${id}`,
      message: sentence,
    })),
    ...fault(
      handover === 'accepted' && !handover_to,
      'handover_to',
      'Enter who accepted the hand-over',
    ),
    ...fault(!end_reason, 'end_reason', 'Choose why the work ended'),
    ...fault(
      !written.disengagement_reason && disengaged_by.includes(end_reason ?? ''),
      'disengagement_reason',
      'Choose what kept the child or family from taking part, or “Not known”',
    ),
    ...fault(!ended, 'work_ended_on-day', 'Enter the day the work ended'),
    ...fault(
      ended !== null && ended < startedOn,
      'work_ended_on-day',
      'The work cannot end before it began',
    ),
  ];
}

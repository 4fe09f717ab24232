import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { longText, text } from '../../../record/text-fields.tsx';

/** A point of factual accuracy: what is wrong in a report, what shows it, and how it was answered. */
export const pointFields = {
  point: longText({ label: 'What is wrong?', required: 'Write what is wrong', max: 4000, rows: 3 }),
  place: text({
    label: 'Where in the report?',
    hint: 'For example: standard 2.2, second gap',
    required: 'Say where in the report it is',
    max: 300,
  }),
  evidence: longText({
    label: 'What shows it?',
    hint: 'Good: “Minutes of 4 March, item 6: four members attended, not two.”',
    required: 'Say what shows it',
    max: 4000,
    rows: 3,
  }),
  raised_by: text({
    label: 'Who raised it?',
    hint: 'A role or an agency',
    required: 'Say who raised it',
    max: 200,
  }),
  raised_on: day({
    label: 'When?',
    says: 'The day it was raised',
    required: 'Enter the day it was raised',
    within: 'past',
  }),
  answer: choice(
    [
      { value: 'open', text: 'Not answered yet' },
      { value: 'accepted', text: 'Accepted: the report is changed' },
      { value: 'rejected', text: 'Not accepted' },
    ],
    { label: 'Answer', required: 'Choose how it is answered' },
  ),
  answer_reason: longText({ label: 'What was changed, or why not?', max: 4000, rows: 3 }),
};

import { choice, code, doesNotApply } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { longText, text } from '../../../record/text-fields.tsx';

const yes = { value: 'yes', text: 'Yes' } as const;
const no = { value: 'no', text: 'No' } as const;
const unknown = { value: 'unknown', text: 'Not known yet' } as const;

/** What is said of a referral that is logged by hand. */
export const referralFields = {
  source: code('referral_source', { label: 'How did it come?', required: 'Say how it came' }),
  agency: code('agency', {
    label: 'Which agency refers?',
    required: 'Say which agency refers',
  }),
  reference: text({
    label: 'Their reference',
    hint: 'For police, the URN or crime reference. Leave blank when there is none.',
    max: 60,
    width: 'one-half',
  }),
  officer: text({
    label: 'Who referred',
    hint: 'The officer in the case, or the person’s name and role',
    max: 200,
  }),
  referred_on: day({
    label: 'Date referred',
    hint: 'The day on which they sent it',
    says: 'The date referred',
    required: 'Enter the date referred',
    within: 'past',
  }),
  offences: longText({
    label: 'Offences, if any',
    hint: 'In the sender’s own words, one on each line',
    max: 4000,
    rows: 3,
  }),
  offence_on: day({
    label: 'Date of the offence',
    hint: 'Leave blank when there is no offence or the date is not known',
    says: 'The date of the offence',
    within: 'past',
  }),
  proposed_outcome: code('outcome', { label: 'Outcome that police propose' }),
  admission: choice(
    [
      yes,
      no,
      { value: 'no-comment', text: 'No comment made' },
      unknown,
      { value: 'not-asked', text: 'Not asked, or no offence' },
    ],
    {
      label: 'Does the child admit it?',
      required: 'Say whether the child admits it, or that it is not known',
      as: 'small-radios',
    },
  ),
  has_victim: choice([yes, no, unknown], {
    label: 'Was somebody harmed?',
    hint: 'Yes opens a line for the victim worker. Never write the victim’s name here.',
    required: 'Say whether somebody was harmed',
    as: 'small-radios',
  }),
  victim_consents: choice([yes, no, unknown, { ...doesNotApply, past: true }], {
    label: 'Does the victim agree that police share their details?',
    required: 'Say whether the victim agrees, or that it is not known',
    as: 'small-radios',
  }),
  detail: longText({
    label: 'Why they refer',
    hint: 'What worries them, what is going well, and what they would like to happen',
    rows: 6,
  }),
};

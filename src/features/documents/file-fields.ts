import { choice, code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { text } from '../../record/text-fields.tsx';

export const fileKinds = [
  { value: 'court', text: 'Court' },
  { value: 'police', text: 'Police' },
  { value: 'school', text: 'School or college' },
  { value: 'health', text: 'Health' },
  { value: 'social-care', text: 'Social care' },
  { value: 'letter', text: 'Letter' },
  { value: 'identity', text: 'Proof of who somebody is' },
  { value: 'other', text: 'Something else' },
] as const;

/** A file on a record: what it is, from whom, and who may see it. */
export const fileFields = {
  name: text({
    label: 'What is it?',
    hint: 'Good: “School report, autumn term”',
    required: 'Say what it is',
    max: 200,
  }),
  kind: choice(fileKinds, { label: 'Kind', required: 'Choose the kind', as: 'select' }),
  source: text({
    label: 'From whom?',
    hint: 'A person or an agency',
    required: 'Say from whom it came',
    max: 200,
  }),
  dated_on: day({ label: 'Its own date, if it has one', says: 'Its date', within: 'past' }),
  record_class: code('classes', {
    label: 'Who may see it?',
    hint: 'Those who read this kind of information of this child',
    required: 'Choose who may see it',
    as: 'select',
  }),
};

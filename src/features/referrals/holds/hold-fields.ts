import { code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { longText, text } from '../../../record/text-fields.tsx';

/** What a decision was, in words. */
export const resolutionWords = {
  created: 'A new child',
  matched: 'A child who is known',
  discarded: 'Not a referral',
} as const;

/** Who a held row means, with what has been put right, and why. */
export const holdFields = {
  forename: text({ label: 'Forename', max: 100 }),
  surname: text({ label: 'Surname', max: 100 }),
  date_of_birth: day({ label: 'Date of birth', says: 'The date of birth', within: 'past' }),
  urn: text({ label: 'URN or crime reference', max: 60, width: 'one-half' }),
  offence_on: day({ label: 'Offence date', says: 'The offence date', within: 'past' }),
  referred_on: day({ label: 'Date referred', says: 'The date referred', within: 'past' }),
  decision: code('decisions', {
    label: 'Who is it?',
    required: 'Choose who this is, or that it is no referral',
    as: 'radios',
  }),
  number: text({
    label: 'Number of the child on record',
    hint: 'Only when it is a child on record who is not named above. The number is at the top of their record.',
    max: 40,
    width: 'one-third',
  }),
  resolution_note: longText({
    label: 'Why you decided so',
    hint: 'For example: PC 4245 confirmed by telephone that the forename is Wren.',
    required: 'Say why you decided so',
    max: 2000,
    rows: 3,
  }),
};

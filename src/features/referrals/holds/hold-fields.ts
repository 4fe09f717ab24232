import { day } from '../../../record/day-field.tsx';
import { whoFields } from '../../../record/known/who-it-is.ts';
import { longText, text } from '../../../record/text-fields.tsx';

/** What a decision was, in words. */
export const resolutionWords = {
  created: 'A new child',
  matched: 'A child who is known',
  discarded: 'Not a referral',
} as const;

const { decision, number, ...named } = whoFields('that it is no referral');

/** Who a held row means, with what has been put right, and why. */
export const holdFields = {
  ...named,
  urn: text({ label: 'URN or crime reference', max: 60, width: 'one-half' }),
  offence_on: day({ label: 'Offence date', says: 'The offence date', within: 'past' }),
  referred_on: day({ label: 'Date referred', says: 'The date referred', within: 'past' }),
  decision,
  number,
  resolution_note: longText({
    label: 'Why you decided so',
    hint: 'For example: PC 4245 confirmed by telephone that the forename is Wren.',
    required: 'Say why you decided so',
    max: 2000,
    rows: 3,
  }),
};

import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';
import type { Option, ValuesOf } from '../../../record/field.ts';
import type { CandidateNow } from '../../../record/known/candidates.queries.ts';
import { whoOptions } from '../../../record/known/who-it-is.ts';
import type { holdFields } from './hold-fields.ts';

export type WhoItIs = ValuesOf<typeof holdFields>;

/** Who a held row may be: `more` are children of other rows of the list. */
export const decisionsOf = (
  known: readonly CandidateNow[],
  more: readonly Option[] = [],
): readonly Option[] =>
  whoOptions(known, {
    more,
    new: { text: 'It is a new child', hint: 'A record is made with the details above' },
    none: { text: 'It is not a referral', hint: 'Nothing is made' },
  });

/** What the fields of the form show of a row as it was read, or put right. */
export const shownOf = (values: ReferralValues, note: string | null) => ({
  forename: values.forename,
  surname: values.surname,
  date_of_birth: values.dateOfBirth,
  urn: values.urn,
  offence_on: values.offenceDate,
  referred_on: values.referredOn,
  resolution_note: note,
});

/** A row with what a person has put right. */
export const putRight = (values: ReferralValues, said: WhoItIs): ReferralValues => ({
  ...values,
  forename: said.forename,
  surname: said.surname,
  dateOfBirth: said.date_of_birth,
  urn: said.urn?.toUpperCase().replace(/\s/g, '') ?? null,
  offenceDate: said.offence_on,
  referredOn: said.referred_on,
});

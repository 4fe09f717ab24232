import { formatDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';
import type { Option, ValuesOf } from '../../../record/field.ts';
import type { holdFields } from './hold-fields.ts';
import type { CandidateNow } from './holds.queries.ts';

export type WhoItIs = ValuesOf<typeof holdFields>;

/** Who a held row may be, for a person to choose from: `more` are children of other rows of the list. */
export const decisionsOf = (
  known: readonly CandidateNow[],
  more: readonly Option[] = [],
): readonly Option[] => [
  ...known.map((child) => ({
    value: `child:${child.id}`,
    text: `It is ${child.name}, No. ${child.number}`,
    hint: child.dateOfBirth ? `Born ${formatDay(child.dateOfBirth)}` : undefined,
  })),
  ...more,
  {
    value: 'other',
    text: known.length > 0 ? 'It is another child on record' : 'It is a child already on record',
    hint: 'Give their number below',
  },
  { value: 'new', text: 'It is a new child', hint: 'A record is made with the details above' },
  { value: 'none', text: 'It is not a referral', hint: 'Nothing is made' },
];

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

/** What a decision needs beside itself. */
export function faultsOf({ decision, surname, forename, number }: WhoItIs): readonly FormFault[] {
  if (decision === 'new' && surname === null)
    return [{ field: 'surname', message: 'Enter the surname: a record needs it' }];
  if (decision === 'new' && forename === null)
    return [{ field: 'forename', message: 'Enter the forename: a record needs it' }];
  return decision === 'other' && number === null
    ? [{ field: 'number', message: 'Enter the number of the child it is' }]
    : [];
}

import { formatDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { code } from '../choice-fields.tsx';
import { day } from '../day-field.tsx';
import type { Option } from '../field.ts';
import { text } from '../text-fields.tsx';
import { type CandidateNow, childByNumber } from './candidates.queries.ts';

/** Whom something that was sent means, with what is put right of it. */
export const whoFields = (orNone: string) => ({
  forename: text({ label: 'Forename', max: 100 }),
  surname: text({ label: 'Surname', max: 100 }),
  date_of_birth: day({ label: 'Date of birth', says: 'The date of birth', within: 'past' }),
  decision: code('decisions', {
    label: 'Who is it?',
    required: `Choose who this is, or ${orNone}`,
    as: 'radios',
  }),
  number: text({
    label: 'Number of the child on record',
    hint: 'Only when it is a child on record who is not named above. The number is at the top of their record.',
    max: 40,
    width: 'one-third',
  }),
});

/** Who it may be, for a person to choose from: `more` are others who are no record yet, `new` is left out for who makes none. */
export const whoOptions = (
  known: readonly CandidateNow[],
  words: {
    readonly more?: readonly Option[];
    readonly new: Omit<Option, 'value'> | null;
    readonly none: Omit<Option, 'value'>;
  },
): readonly Option[] => [
  ...known.map((child) => ({
    value: `child:${child.id}`,
    text: `It is ${child.name}, No. ${child.number}`,
    hint: child.dateOfBirth ? `Born ${formatDay(child.dateOfBirth)}` : undefined,
  })),
  ...(words.more ?? []),
  {
    value: 'other',
    text: known.length > 0 ? 'It is another child on record' : 'It is a child already on record',
    hint: 'Give their number below',
  },
  ...(words.new ? [{ value: 'new', ...words.new }] : []),
  { value: 'none', ...words.none },
];

/** The child on record whom a decision names; null where nobody has the number. */
export const childDecided = async (
  tx: Tx,
  serviceId: string,
  { decision, number }: { readonly decision: string; readonly number: string | null },
): Promise<string | null> =>
  decision === 'other'
    ? childByNumber(tx, serviceId, number ?? '')
    : decision.slice('child:'.length);

/** What a decision needs beside itself. */
export function whoFaults({
  decision,
  surname,
  forename,
  number,
}: Readonly<
  Record<'decision' | 'surname' | 'forename' | 'number', string | null>
>): readonly FormFault[] {
  if (decision === 'new' && surname === null)
    return [{ field: 'surname', message: 'Enter the surname: a record needs it' }];
  if (decision === 'new' && forename === null)
    return [{ field: 'forename', message: 'Enter the forename: a record needs it' }];
  return decision === 'other' && number === null
    ? [{ field: 'number', message: 'Enter the number of the child it is' }]
    : [];
}

import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { nameWords } from '../../domain/people/normalise-name.ts';
import { optionalDay, optionalText, requiredText } from '../../platform/http/parse-form.ts';
import type { FieldError } from '../../ui/layout/page.tsx';
import type { Wanted } from './break-glass.queries.ts';

/** What is typed to open a record in an emergency; gives the child wanted, by number if one was typed, the reason and the hours. */
export const emergencyForm = (today: Day) =>
  z
    .object({
      number: optionalText(40),
      forename: optionalText(100),
      surname: optionalText(100),
      born: optionalDay({ label: 'The date of birth', notAfter: today }),
      reason: requiredText('Say what has happened and why you need the record now', 2000).refine(
        (text) => text.length >= 10,
        'Say in at least ten letters what has happened',
      ),
      hours: z.coerce
        .number({ error: 'Choose for how many hours' })
        .int()
        .min(1, 'Choose 1 to 8 hours')
        .max(8, 'Choose 1 to 8 hours'),
    })
    .transform(({ number, forename, surname, born, reason, hours }, context) => {
      const refuse = (field: string, message: string) => {
        context.addIssue({ code: 'custom', path: [field], message });
        return z.NEVER;
      };
      const given = (wanted: Wanted) => ({ wanted, reason, hours });
      if (number) return given({ number });
      if (!forename && !surname && !born)
        return refuse('number', 'Enter the child’s number, or their name and date of birth');
      if (!forename || nameWords(forename).length === 0)
        return refuse('forename', 'Enter the child’s forename');
      if (!surname || nameWords(surname).length === 0)
        return refuse('surname', 'Enter the child’s surname');
      if (!born) return refuse('born', 'Enter the child’s date of birth');
      return given({ name: `${forename} ${surname}`, dateOfBirth: born });
    });

/** Why nothing was opened, beside the field to look at again. */
export function notOpened(kind: 'not-found' | 'several', wanted: Wanted): FieldError {
  if ('number' in wanted)
    return {
      field: 'number',
      message: 'No record has that number. Check each letter and figure',
    };
  return kind === 'several'
    ? {
        field: 'number',
        message: 'More than one child has that name and date of birth. Enter the number',
      }
    : {
        field: 'forename',
        message: 'No record has that name and date of birth. Check the spelling and the date',
      };
}

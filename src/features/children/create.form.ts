import { z } from 'zod';
import { ageOn, type Day } from '../../domain/calendar/day.ts';
import { readPhone, readPostcode } from '../../domain/people/contact-points.ts';
import { displayName } from '../../domain/people/display-name.ts';
import type { QueryPart } from '../../domain/people/parse-query.ts';
import { AGE_LIMITS } from '../../domain/referrals/row-rules.data.ts';
import {
  optionalDay,
  optionalText,
  requiredChoice,
  requiredText,
} from '../../platform/http/parse-form.ts';

/** A UK postcode or nothing, kept in its usual form. */
const postcodeField = () =>
  optionalText(10).transform((text, context) => read(readPostcode, text, context));
/** A telephone number or nothing, kept with its country. */
const phoneField = () =>
  optionalText(30).transform((text, context) => read(readPhone, text, context));

/** What is asked when a record is made. Only a name is required: the rest may be unknown, and says so. */
export const createForm = (today: Day) =>
  z
    .object({
      forename: requiredText('Enter the child’s forename', 100),
      surname: requiredText('Enter the child’s surname', 100),
      knownAs: optionalText(100),
      birthStatus: requiredChoice(
        ['known', 'estimated', 'unknown'],
        'Choose whether the date of birth is known',
      ),
      birth: optionalDay({ label: 'The date of birth', notAfter: today }),
      sex: requiredText('Choose the child’s sex, or that it is not known', 20),
      ethnicity: requiredText('Choose the child’s ethnicity, or why it is not known', 40),
      language: requiredText('Choose the child’s first language, or why it is not known', 40),
      source: requiredText('Choose who told us', 40),
      lines: optionalText(300),
      postcode: postcodeField(),
      accommodation: optionalText(60),
      phone: phoneField(),
      phoneWhose: optionalText(100),
    })
    .superRefine((typed, context) => {
      const fault = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (typed.birthStatus !== 'unknown' && !typed.birth)
        fault('birth', 'Enter the date of birth, or choose that it is not known');
      if (typed.birthStatus === 'unknown' && typed.birth)
        fault('birth', 'A date of birth is entered: choose that it is known or estimated');
      const { fewest, most } = AGE_LIMITS.record;
      const age = typed.birth ? ageOn(typed.birth, today) : fewest;
      if (age < fewest || age > most)
        fault(
          'birth',
          `By this date of birth the child is ${age}. Records are of people from ${fewest} to ${most}: check the year`,
        );
      if (typed.postcode && !typed.lines)
        fault('lines', 'Enter the address that has this postcode');
      if (typed.lines && !typed.accommodation)
        fault('accommodation', 'Choose what kind of home this is');
    });

export type NewRecord = z.infer<ReturnType<typeof createForm>>;

/** What was searched for, as the form's first values: names in the order they were typed, and a date of birth. */
export function typedFromSearch(q: string, parts: readonly QueryPart[]): Record<string, string> {
  const names = q
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !/\d/.test(word) && /\p{L}/u.test(word));
  const birth = parts.find((part) => part.kind === 'dob');
  const [year = '', month = '', day = ''] = birth?.day.split('-') ?? [];
  return {
    ...(names.length > 1 ? { forename: displayName(names.slice(0, -1).join(' ')) } : {}),
    ...(names.length > 0 ? { surname: displayName(names.at(-1) ?? '') } : {}),
    ...(birth
      ? {
          birthStatus: 'known',
          'birth-day': String(Number(day)),
          'birth-month': String(Number(month)),
          'birth-year': year,
        }
      : {}),
  };
}

type Reader = (text: string) => ReturnType<typeof readPhone>;

function read(reader: Reader, text: string | null, context: z.RefinementCtx): string | null {
  const found = reader(text ?? '');
  if (found.kind === 'read') return found.value;
  if (found.kind === 'invalid') context.addIssue({ code: 'custom', message: found.reason });
  return null;
}

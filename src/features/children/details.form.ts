import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import {
  optionalDay,
  optionalText,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

export const detailsForm = (today: Day) =>
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
      why: z.enum(['', 'changed', 'mistake']).default(''),
      version: versionField,
    })
    .superRefine((typed, context) => {
      if ((typed.birthStatus === 'unknown') === (typed.birth === null)) return;
      context.addIssue({
        code: 'custom',
        path: ['birth'],
        message: typed.birth
          ? 'A date of birth is entered: choose that it is known or estimated'
          : 'Enter the date of birth, or choose that it is not known',
      });
    });

export type DetailsInput = z.infer<ReturnType<typeof detailsForm>>;

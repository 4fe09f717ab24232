import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { optionalDay, requiredChoice, requiredText } from '../../platform/http/parse-form.ts';

export const nameKinds = {
  earlier: 'A name the child had before',
  alias: 'Another name the child uses',
  spelling: 'Another spelling found in papers',
  nickname: 'A nickname',
} as const;

export const nameForm = (today: Day) =>
  z
    .object({
      forename: requiredText('Enter the forename', 100),
      surname: requiredText('Enter the surname', 100),
      kind: requiredChoice(
        ['earlier', 'alias', 'spelling', 'nickname'],
        'Choose what kind of name it is',
      ),
      source: requiredText('Choose who told us', 40),
      from: optionalDay({ label: 'The first day', notAfter: today }),
      until: optionalDay({ label: 'The last day', notAfter: today }),
    })
    .refine(({ from, until }) => !from || !until || until >= from, {
      path: ['until'],
      message: 'The last day must be the first day or later',
    });

export type NameInput = z.infer<ReturnType<typeof nameForm>>;

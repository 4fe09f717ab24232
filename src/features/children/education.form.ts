import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import {
  requiredChoice,
  requiredDay,
  requiredText,
  severalOf,
} from '../../platform/http/parse-form.ts';

const hours = (label: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context): string | null => {
      if (typed === '') return null;
      const number = Number(typed);
      if (Number.isFinite(number) && number >= 0 && number <= 60) return String(number);
      context.addIssue({ code: 'custom', message: `${label} must be a number from 0 to 60` });
      return z.NEVER;
    });

export const educationForm = (today: Day) =>
  z.object({
    provision: requiredText('Choose what kind of education, training or work it is', 60),
    provider: requiredText('Enter the name of the school, college or employer, or “none”', 200),
    offered: hours('Hours offered'),
    attended: hours('Hours attended'),
    suitable: requiredChoice(
      ['yes', 'no', 'unknown', 'not-asked'],
      'Choose whether it is suitable for the child',
    ),
    from: requiredDay({
      label: 'The first day',
      required: 'Enter the first day',
      notAfter: today,
    }),
    source: requiredText('Choose who told us', 40),
    flags: severalOf(),
  });

export type EducationInput = z.infer<ReturnType<typeof educationForm>>;

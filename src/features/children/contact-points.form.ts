import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { readPhone } from '../../domain/people/contact-points.ts';
import {
  optionalText,
  requiredChoice,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

export const contactPointForm = () =>
  z
    .object({
      value: requiredText('Enter the telephone number or e-mail', 200),
      whose: requiredText('Say whose it is', 100),
      safe: requiredChoice(
        ['yes', 'no', 'unknown', 'not-asked'],
        'Choose whether it is safe to use',
      ),
      note: optionalText(500),
    })
    .superRefine(({ value }, context) => {
      if (contactKind(value).kind !== null) return;
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: 'Enter a telephone number like 07700 900123, or an e-mail',
      });
    });

export const endForm = (today: Day) =>
  z.object({
    until: requiredDay({
      label: 'The last day',
      required: 'Enter the last day',
      notAfter: today,
    }),
    version: versionField,
  });

export type ContactPointInput = z.infer<ReturnType<typeof contactPointForm>>;
export type EndInput = z.infer<ReturnType<typeof endForm>>;

type Known =
  | { readonly kind: 'mobile' | 'telephone' | 'email'; readonly value: string }
  | { readonly kind: null };

/** What was typed is a telephone, an e-mail or neither; a telephone is kept with its country. */
export function contactKind(typed: string): Known {
  if (/^\S+@\S+\.\S+$/.test(typed)) return { kind: 'email', value: typed };
  const read = readPhone(typed);
  if (read.kind !== 'read') return { kind: null };
  return { kind: read.value.startsWith('+447') ? 'mobile' : 'telephone', value: read.value };
}

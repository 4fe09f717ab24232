import { z } from 'zod';
import {
  optionalText,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

/** How an answer was marked. */
export const useForm = z.object({
  version: versionField,
  use: requiredChoice(['used', 'not-relevant'], 'Choose whether the answer is used'),
  useNote: requiredText('Enter where and how it is used, or why it is not relevant'),
});

const outcomes = ['answered', 'nothing-held', 'declined'] as const;
const needsLine = (outcome: string) => outcome !== 'nothing-held';

/** An answer that came by telephone, meeting or letter. */
export const toldForm = z
  .object({
    version: versionField,
    outcome: requiredChoice(outcomes, 'Choose what they said'),
    line: optionalText(),
  })
  .refine(({ outcome, line }) => !needsLine(outcome) || line !== null, {
    path: ['line'],
    message: 'Enter what they said, or why they declined',
  });

export const gapForm = z.object({ version: versionField, gapNote: optionalText() });
export const versionForm = z.object({ version: versionField });

/** A partner's own answer. `needsHandlingCode` where the detail is police intelligence. */
export const answerForm = (needsHandlingCode: boolean, handlingCodes: readonly string[]) =>
  z
    .object({
      version: versionField,
      outcome: requiredChoice(outcomes, 'Choose what you can tell the team'),
      line: optionalText(),
      detail: optionalText(),
      handlingCode: z
        .string()
        .default('')
        .transform((code) => (handlingCodes.includes(code) ? code : null)),
    })
    .superRefine(({ outcome, line, detail, handlingCode }, context) => {
      if (needsLine(outcome) && line === null)
        context.addIssue({
          code: 'custom',
          path: ['line'],
          message:
            outcome === 'declined'
              ? 'Enter why you cannot answer'
              : 'Enter what the team needs to know',
        });
      if (needsHandlingCode && detail !== null && handlingCode === null)
        context.addIssue({
          code: 'custom',
          path: ['handlingCode'],
          message: 'Choose how the detail may be handled',
        });
    });

import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import {
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

const hours = z
  .string()
  .trim()
  .default('')
  .transform((typed, context): number | null => {
    if (typed === '') return null;
    if (/^\d{1,3}$/.test(typed)) return Number(typed);
    context.addIssue({
      code: 'custom',
      message: 'Hours of attendance must be a whole number, such as 12',
    });
    return z.NEVER;
  });

/** The giving of an outcome. */
export const givenForm = (today: Day) =>
  z.object({
    'given-on': requiredDay({
      label: 'The day it was given',
      required: 'Enter the day it was given',
      notAfter: today,
    }),
    'given-by': requiredText('Enter who gave it', 200),
    'appropriate-adult': requiredText(
      'Enter who was with the child as appropriate adult, or why nobody was',
      400,
    ),
    conditions: optionalText(8000),
    'attendance-hours': hours,
    'due-by': optionalDay({ label: 'The last day' }),
    support: z.enum(['yes', 'no']).default('yes'),
    version: versionField,
  });

/** The end of an outcome: kept, not kept or withdrawn, and what shows it. */
export const completionForm = (today: Day) =>
  z.object({
    completion: z.enum(['completed', 'not-completed', 'withdrawn'], {
      error: 'Select how it ended',
    }),
    'completed-on': requiredDay({
      label: 'The day it ended',
      required: 'Enter the day it ended',
      notAfter: today,
    }),
    evidence: requiredText('Enter what shows that it ended so', 8000),
    version: versionField,
  });

/** What police are told, and the proof that it was sent; the sending may follow later. */
export const noticeForm = (today: Day) =>
  z
    .object({
      evidence: requiredText('Enter what was and was not done, with dates', 8000),
      'sent-on': optionalDay({ label: 'The day it was sent', notAfter: today }),
      'sent-to': optionalText(300),
      'sent-how': optionalText(300),
      proof: optionalText(4000),
      'acknowledged-on': optionalDay({ label: 'The day police acknowledged it', notAfter: today }),
      'police-decision': optionalText(4000),
      version: versionField,
    })
    .superRefine((form, context) => {
      const wanted = [
        ['sent-on', form['sent-on'], 'Enter the day it was sent'],
        ['sent-to', form['sent-to'], 'Enter who it was sent to'],
        ['sent-how', form['sent-how'], 'Enter how it was sent'],
        ['proof', form.proof, 'Enter the proof of sending, such as a receipt’s number'],
      ] as const;
      const isSent = wanted.some(([, value]) => value !== null);
      for (const [field, value, message] of wanted)
        if (isSent && value === null) context.addIssue({ code: 'custom', path: [field], message });
      if (!isSent && (form['acknowledged-on'] !== null || form['police-decision'] !== null))
        context.addIssue({
          code: 'custom',
          path: ['sent-on'],
          message: 'Enter when and how it was sent before what police answered',
        });
    });

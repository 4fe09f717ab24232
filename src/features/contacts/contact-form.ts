import { z } from 'zod';
import { britishClock, britishDay, britishInstant } from '../../domain/calendar/british-time.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { isReasonFitting } from '../../domain/contacts/attendance.ts';
import { parseClock } from '../../domain/contacts/clock.ts';
import {
  type FormError,
  optionalDay,
  optionalText,
  requiredChoice,
  requiredDay,
  requiredText,
  severalOf,
} from '../../platform/http/parse-form.ts';

const attendances = [
  'attended',
  'acceptable-absence',
  'unacceptable-absence',
  'cancelled-by-service',
  'not-required',
] as const;
const seenChoices = ['alone', 'with-others', 'not-seen', 'not-applicable'] as const;
const lensIds = ['desistance', 'childs-safety', 'others-safety'];

/** Notes may run to several pages. */
const longestNotes = 100_000;

const clockField = (required: string) =>
  requiredText(required).transform((typed, context) => {
    const clock = parseClock(typed);
    if (clock) return clock;
    context.addIssue({ code: 'custom', message: 'Enter a time with am or pm, or as 14:30' });
    return z.NEVER;
  });

const minutesField = z
  .string()
  .trim()
  .default('')
  .refine((text) => /^(\d{1,4})?$/.test(text) && Number(text || 0) <= 1440, {
    message: 'Minutes must be a whole number, 1,440 or less',
  })
  .transform((text) => (text ? Number(text) : null));

const common = {
  type: requiredText('Choose what kind of contact it was'),
  place: requiredText('Enter where it was', 200),
  worker: z.uuid({ error: 'Choose whose contact it was' }),
  involvement: z.union([z.uuid(), z.literal('')]).default(''),
};

/** What a held or missed contact is recorded with. */
export const recordSchema = (today: Day) =>
  z.object({
    ...common,
    on: requiredDay({
      label: 'The day of the contact',
      required: 'Enter the day of the contact',
      notAfter: today,
    }),
    at: clockField('Enter the time it began'),
    minutes: minutesField,
    attendance: requiredChoice(attendances, 'Choose whether it went ahead'),
    reason: z.string().default(''),
    seen: requiredChoice(seenChoices, 'Choose whether you saw the child'),
    parent: severalOf().transform((ticked) => ticked.includes('yes')),
    withWhom: optionalText(500),
    notes: z.string().max(longestNotes, 'Use 100,000 letters or fewer').default(''),
    childWords: optionalText(),
    nextStep: optionalText(),
    safeguarding: severalOf().transform((ticked) => ticked.includes('yes')),
    lenses: severalOf().transform((ticked) => ticked.filter((lens) => lensIds.includes(lens))),
    nextOn: optionalDay({ label: 'The day of the next contact' }),
    nextAt: optionalText(20),
    nextPlace: optionalText(200),
  });

export type RecordInput = z.output<ReturnType<typeof recordSchema>>;

/** What a contact still to come is planned with. */
export const planSchema = (today: Day) =>
  z.object({
    ...common,
    on: requiredDay({
      label: 'The day of the contact',
      required: 'Enter the day of the contact',
      notBefore: today,
    }),
    at: clockField('Enter the time it begins'),
    minutes: minutesField,
    nextStep: optionalText(),
  });

export type PlanInput = z.output<ReturnType<typeof planSchema>>;

type Reason = { readonly code: string; readonly isAcceptable: boolean };

/** Faults that one field alone cannot show. */
export function recordProblems(
  input: RecordInput,
  reasons: readonly Reason[],
  now: Date,
): FormError[] {
  const errors: FormError[] = [];
  const isAbsent =
    input.attendance === 'acceptable-absence' || input.attendance === 'unacceptable-absence';
  const reason = reasons.find(({ code }) => code === input.reason);
  if (isAbsent && !reason)
    errors.push({ field: 'reason', message: 'Choose why the child did not come' });
  if (reason && isAbsent && !isReasonFitting(input.attendance, { ...reason, label: '' }))
    errors.push({
      field: 'reason',
      message: reason.isAcceptable
        ? 'This is a good reason: choose “Missed, with a good reason” or another reason'
        : 'This is not counted as a good reason: choose “Missed, without a good reason” or another reason',
    });
  if (input.attendance !== 'attended' && (input.seen === 'alone' || input.seen === 'with-others'))
    errors.push({
      field: 'seen',
      message: 'You say that the child was seen: choose “Attended”, or “Not seen”',
    });
  if (input.attendance === 'attended' && input.notes.trim() === '')
    errors.push({ field: 'notes', message: 'Enter what happened' });
  const at = instantOf(input.on, input.at);
  if (!at)
    errors.push({ field: 'at', message: 'The clocks went forward over this time: enter another' });
  else if (at > now) errors.push({ field: 'at', message: 'The time must be in the past' });
  if (input.nextOn) {
    const clock = parseClock(input.nextAt ?? '');
    const next = clock ? instantOf(input.nextOn, clock) : null;
    if (!next)
      errors.push({
        field: 'nextAt',
        message: 'Enter the time of the next contact with am or pm, or as 14:30',
      });
    else if (next <= now)
      errors.push({ field: 'nextOn-day', message: 'The next contact must be in the future' });
  }
  return errors;
}

/** A British day and clock as an instant; null in the hour that the clocks skip. */
export function instantOf(day: Day, clock: string): Date | null {
  const found = britishInstant(day, clock);
  return found.kind === 'instant' ? found.instant : null;
}

/** A stored instant as the form's day and time fields show it. */
export const dayAndClock = (at: Date | null) =>
  at ? { day: britishDay(at), clock: britishClock(at) } : { day: null, clock: '' };

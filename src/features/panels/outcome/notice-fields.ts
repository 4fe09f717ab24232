import type { Day } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { day } from '../../../record/day-field.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { longText, text } from '../../../record/text-fields.tsx';

/** What police are told, and the proof that it was sent; the sending may follow later. */
export const noticeFields = {
  evidence: longText({
    label: 'What was and was not done',
    hint: 'Dates, what was tried to help the child take part, and what the child says. Police decide on this.',
    required: 'Enter what was and was not done, with dates',
    max: 8000,
    rows: 6,
  }),
  sent_on: day({ label: 'Day it was sent', says: 'The day it was sent', within: 'past' }),
  sent_to: text({ label: 'Sent to', hint: 'The officer or unit', max: 300 }),
  sent_how: text({ label: 'How', hint: 'For example, secure e-mail', max: 300 }),
  proof: longText({
    label: 'Proof of sending',
    hint: 'The receipt’s number, or where the reply is kept.',
    max: 4000,
    rows: 3,
  }),
  acknowledged_on: day({
    label: 'Day police acknowledged it',
    says: 'The day police acknowledged it',
    within: 'past',
  }),
  police_decision: longText({ label: 'What police decided', max: 4000, rows: 3 }),
};
export type NoticeFields = typeof noticeFields;

/** It stays due until the day, the receiver, the way and the proof of sending are all there. */
export function noticeFaults(
  form: ValuesOf<NoticeFields>,
  completedOn: Day | null,
): readonly FormFault[] {
  const sending = [
    ['sent_on-day', form.sent_on, 'Enter the day it was sent'],
    ['sent_to', form.sent_to, 'Enter who it was sent to'],
    ['sent_how', form.sent_how, 'Enter how it was sent'],
    ['proof', form.proof, 'Enter the proof of sending, such as a receipt’s number'],
  ] as const;
  const isSent = sending.some(([, value]) => value !== null);
  const missing = sending.flatMap(([field, value, message]) =>
    isSent && value === null ? [{ field, message }] : [],
  );
  if (missing.length > 0) return missing;
  const about = (message: string) => [{ field: 'sent_on-day', message }];
  if (!isSent && (form.acknowledged_on !== null || form.police_decision !== null))
    return about('Enter when and how it was sent before what police answered');
  return form.sent_on && completedOn && form.sent_on < completedOn
    ? about('The day it was sent must not be before the day the outcome ended')
    : [];
}

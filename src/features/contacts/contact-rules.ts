import { britishInstant, formatClock } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay, weekdayOf } from '../../domain/calendar/day.ts';
import { type AttendanceCode, isReasonFitting } from '../../domain/contacts/attendance.ts';
import { isSchoolTime } from '../../domain/contacts/clock.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { ValuesOf } from '../../record/field.ts';
import type { ContactChoices } from './contact-choices.queries.ts';
import type { contactFields } from './contact-fields.ts';

export type ContactValue = ValuesOf<typeof contactFields>;

/** Whether the child did not come. */
export const isAbsence = (attendance: string): boolean =>
  attendance === 'acceptable-absence' || attendance === 'unacceptable-absence';

/** A British day and clock as an instant; null in the hour that the clocks skip. */
export function instantOf(day: Day, clock: string): Date | null {
  const found = britishInstant(day, clock);
  return found.kind === 'instant' ? found.instant : null;
}

const skipped = 'The clocks go forward over this time: enter another';

/** What is wrong with where and when a contact still to come is planned. */
export function planFaults(
  { type, place, room_id, on, at, every, times }: ContactValue,
  { withoutPlace }: ContactChoices,
  { now, today }: { readonly now: Date; readonly today: Day },
): readonly FormFault[] {
  const faults: FormFault[] = placeFaults(type, place ?? room_id, withoutPlace);
  const when = instantOf(on, at);
  if (on < today)
    faults.push({
      field: 'on-day',
      message: 'The day of the contact must be today or in the future',
    });
  else if (!when) faults.push({ field: 'at', message: skipped });
  else if (when <= now)
    faults.push({
      field: 'at',
      message: 'The time must be in the future: record it if it has happened',
    });
  if (every && !times)
    faults.push({ field: 'times', message: 'Enter how many contacts there are in all' });
  if (times && !every) faults.push({ field: 'every', message: 'Choose how often it is repeated' });
  return faults;
}

/** What is wrong with a contact that happened, or was missed, that one field alone cannot show. */
export function recordFaults(
  value: ContactValue,
  { reasons, withoutPlace }: ContactChoices,
  { now, today }: { readonly now: Date; readonly today: Day },
): readonly FormFault[] {
  const faults: FormFault[] = placeFaults(value.type, value.place ?? value.room_id, withoutPlace);
  const when = instantOf(value.on, value.at);
  if (value.on > today)
    faults.push({
      field: 'on-day',
      message: 'The day of the contact must be today or in the past',
    });
  else if (!when) faults.push({ field: 'at', message: skipped });
  else if (when > now) faults.push({ field: 'at', message: 'The time must be in the past' });
  const reason = reasons.find(({ code }) => code === value.absence_reason);
  const absent = isAbsence(value.attendance);
  if (absent && !reason)
    faults.push({ field: 'absence_reason', message: 'Choose why the child did not come' });
  if (absent && reason && !isReasonFitting(value.attendance as AttendanceCode, reason))
    faults.push({
      field: 'absence_reason',
      message: reason.isAcceptable
        ? 'This is a good reason: choose “Missed, with a good reason” or another reason'
        : 'This is not counted as a good reason: choose “Missed, without a good reason” or another reason',
    });
  const wasSeen = value.child_seen === 'alone' || value.child_seen === 'with-others';
  if (value.attendance !== 'attended' && wasSeen)
    faults.push({
      field: 'child_seen',
      message: 'You say that the child was seen: choose “Attended”, or “Not seen”',
    });
  if (value.attendance === 'attended' && !value.notes)
    faults.push({ field: 'notes', message: 'Enter what happened' });
  return [...faults, ...nextFaults(value, now)];
}

function placeFaults(type: string, place: string | null, withoutPlace: readonly string[]) {
  return place || withoutPlace.includes(type)
    ? []
    : [{ field: 'place', message: 'Enter where it was' }];
}

function nextFaults({ next_on, next_at }: ContactValue, now: Date): readonly FormFault[] {
  if (!next_on) return [];
  const next = next_at ? instantOf(next_on, next_at) : null;
  if (!next)
    return [
      {
        field: 'next_at',
        message: 'Enter the time of the next contact with am or pm, or as 14:30',
      },
    ];
  return next > now
    ? []
    : [{ field: 'next_on-day', message: 'The next contact must be in the future' }];
}

/** Says when it is, and warns when that is in school time. */
export function plannedMessage({ on, at, every, times }: ContactValue): string {
  const first = `${formatDay(on)} at ${formatClock(at)}`;
  const when = every && times ? `${first}, and ${Number(times) - 1} more` : first;
  return isSchoolTime(at, weekdayOf(on))
    ? `Planned for ${when}. That is in school time: check that the child is not missing lessons`
    : `Planned for ${when}`;
}

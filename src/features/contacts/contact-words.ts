import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { Kept } from '../../record/correction-rows.ts';
import type { Options } from '../../record/field.ts';
import { contactFields } from './contact-fields.ts';

/** Longer notes are cut in the list; the whole is on the contact's own page. */
export const excerptLetters = 600;

type Happened = {
  readonly status: string;
  readonly attendance: string | null;
  readonly absence_reason: string | null;
  readonly planned_at: Date | null;
  readonly held_at: Date | null;
};

/** How a contact turned out, in words, with the badge that repeats it in colour. */
export function attendanceBadge(contact: Happened, options: Options, now: Date) {
  if (contact.status === 'planned') {
    const isPast = contact.planned_at !== null && contact.planned_at < now;
    return isPast
      ? { text: 'Planned: not written up', tone: 'late' }
      : { text: 'Planned', tone: 'neutral' };
  }
  if (contact.status === 'cancelled') return { text: 'Called off', tone: 'neutral' };
  const { attendance, absence_reason } = contactFields;
  const label = attendance.words(contact.attendance ?? '', options);
  const reason = contact.absence_reason
    ? `: ${absence_reason.words(contact.absence_reason, options).toLowerCase()}`
    : '';
  return { text: `${label}${reason}`, tone: toneOf(contact.attendance) };
}

const toneOf = (attendance: string | null) =>
  attendance === 'attended' ? 'good' : attendance === 'unacceptable-absence' ? 'late' : 'neutral';

/** When a contact was, or is to be. */
export function whenOf(contact: Happened): string {
  const at = contact.held_at ?? contact.planned_at;
  return at ? formatInstant(at) : '';
}

/** Whether the child was seen, in words; empty where it was not asked. */
export const seenText = (seen: string) =>
  ({
    alone: 'Child seen alone',
    'with-others': 'Child seen with others',
    'not-seen': 'Child not seen',
  })[seen] ?? '';

/** The kind of a contact in words. */
export const typeText = (type: string, options: Options) => contactFields.type.words(type, options);

/** A contact that was taken off, as it was, in words. */
export function keptContact(kept: Kept, options: Options) {
  const text = (name: string) => String(kept[name] ?? '');
  const when = text('held_at') || text('planned_at');
  return {
    title: `${typeText(text('type'), options)}, ${when ? formatInstant(when) : ''}`,
    lines: [
      ['Where', text('place')],
      ['Did it go ahead', contactFields.attendance.words(text('attendance'), options)],
      ['Child', seenText(text('child_seen'))],
      ['What happened', text('notes')],
      ['What the child said', text('child_words')],
      ['What happens next', text('next_step')],
    ] as const,
  };
}

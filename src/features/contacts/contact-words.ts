import { formatInstant } from '../../domain/calendar/british-time.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';

/** Longer notes are cut in the list; the whole is on the contact's own page. */
export const excerptLetters = 600;

type Happened = {
  readonly status: string;
  readonly attendance: string | null;
  readonly absence_reason: string | null;
  readonly planned_at: Date | null;
  readonly held_at: Date | null;
};

export type ContactLists = {
  readonly types: readonly Code[];
  readonly attendance: readonly Code[];
  readonly reasons: readonly Code[];
};

/** How a contact turned out, in words, with the badge that repeats it in colour. */
export function attendanceBadge(contact: Happened, lists: ContactLists, now: Date) {
  if (contact.status === 'planned') {
    const isPast = contact.planned_at !== null && contact.planned_at < now;
    return isPast
      ? { text: 'Planned: not written up', tone: 'late' }
      : { text: 'Planned', tone: 'neutral' };
  }
  if (contact.status === 'cancelled') return { text: 'Called off', tone: 'neutral' };
  const label = labelOf(lists.attendance, contact.attendance);
  const reason = contact.absence_reason
    ? `: ${labelOf(lists.reasons, contact.absence_reason).toLowerCase()}`
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
export const typeText = (lists: ContactLists, type: string) => labelOf(lists.types, type);

/** The choices that a list of contacts is narrowed by. */
export const filterChoices = (lists: ContactLists) => ({
  types: choicesOf(lists.types),
  attendance: [...choicesOf(lists.attendance), { value: 'planned', text: 'Planned' }],
});

import { formatDay } from '../../domain/calendar/day.ts';
import { parseClock } from '../../domain/contacts/clock.ts';
import { type Code, labelOf } from '../../domain/reference/codes.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { Beginning, Contact } from './contact.queries.ts';
import { dayAndClock } from './contact-form.ts';

/** A stored contact as the form's fields. A planned one gives its time as the time it was held. */
export function typedOf(contact: Contact): Typed {
  const { day, clock } = dayAndClock(contact.held_at ?? contact.planned_at);
  return {
    ...dayParts('on', day),
    type: contact.type,
    place: contact.place,
    at: clock,
    minutes: contact.minutes === null ? '' : String(contact.minutes),
    worker: contact.worker_id,
    involvement: contact.involvement_id ?? '',
    attendance: contact.attendance ?? '',
    reason: contact.absence_reason ?? '',
    seen: contact.status === 'planned' ? '' : contact.child_seen,
    parent: contact.parent_spoken_to ? ['yes'] : [],
    withWhom: contact.with_whom ?? '',
    notes: contact.notes,
    childWords: contact.child_words ?? '',
    nextStep: contact.next_step ?? '',
    safeguarding: contact.safeguarding ? ['yes'] : [],
    lenses: contact.lenses,
  };
}

/** A day as the three boxes of a date field. */
function dayParts(name: string, day: string | null): Typed {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return {
    [`${name}-day`]: date.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  };
}

/** What an empty form begins with: today and me. Kind and place are always said: what was right last time is easily left wrong. */
export function typedFromBeginning(beginning: Beginning, today: string, staffId: string): Typed {
  return {
    ...dayParts('on', today),
    worker: staffId,
    involvement: beginning.involvements.length === 1 ? (beginning.involvements[0]?.id ?? '') : '',
  };
}

type Lists = {
  readonly types: readonly Code[];
  readonly attendance: readonly Code[];
  readonly reasons: readonly Code[];
  readonly workers: readonly { readonly id: string; readonly name: string }[];
};

const seenWords: Readonly<Record<string, string>> = {
  alone: 'Yes, alone',
  'with-others': 'Yes, with others',
  'not-seen': 'No',
  'not-applicable': 'Not asked of this contact',
};

const fieldLabels: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'type', label: 'Kind of contact' },
  { name: 'place', label: 'Where' },
  { name: 'on', label: 'Day' },
  { name: 'at', label: 'Time' },
  { name: 'minutes', label: 'Minutes' },
  { name: 'worker', label: 'Whose contact' },
  { name: 'attendance', label: 'Did it go ahead' },
  { name: 'reason', label: 'Why the child did not come' },
  { name: 'seen', label: 'Child seen' },
  { name: 'parent', label: 'Parent or carer spoken with' },
  { name: 'withWhom', label: 'Who else was there' },
  { name: 'notes', label: 'What happened' },
  { name: 'childWords', label: 'What the child said' },
  { name: 'nextStep', label: 'What happens next' },
  { name: 'safeguarding', label: 'Worried about safety' },
];

/** Each field in which two versions differ, in words, theirs beside yours. */
export function differences(theirs: Typed, yours: Typed, lists: Lists) {
  return fieldLabels
    .map(({ name, label }) => ({
      label,
      theirs: wordsOf(name, theirs, lists),
      yours: wordsOf(name, yours, lists),
    }))
    .filter((row) => row.theirs !== row.yours);
}

function wordsOf(name: string, typed: Typed, lists: Lists): string {
  const text = (field: string) => ([typed[field] ?? ''].flat()[0] ?? '').trim();
  if (name === 'on') {
    const [year, month, day] = ['year', 'month', 'day'].map((part) => text(`on-${part}`));
    const whole = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? formatDay(whole) : `${day} ${month} ${year}`.trim();
  }
  if (name === 'at') return parseClock(text(name)) ?? text(name);
  if (name === 'type') return labelOf(lists.types, text(name) || null);
  if (name === 'attendance') return labelOf(lists.attendance, text(name) || null);
  if (name === 'reason') return labelOf(lists.reasons, text(name) || null);
  if (name === 'seen') return seenWords[text(name)] ?? '';
  if (name === 'worker') return lists.workers.find(({ id }) => id === text(name))?.name ?? '';
  if (name === 'parent' || name === 'safeguarding') return text(name) === 'yes' ? 'Yes' : 'No';
  return text(name);
}

import { z } from 'zod';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import type { ContactEdit } from './contact.queries.ts';
import type { EditModel } from './contact.view.tsx';
import { type ContactLists, seenText } from './contact-words.ts';

const labels: Readonly<Record<string, string>> = {
  type: 'Kind of contact',
  place: 'Where',
  planned_at: 'Planned for',
  held_at: 'When',
  minutes: 'Minutes',
  attendance: 'Did it go ahead',
  absence_reason: 'Why the child did not come',
  child_seen: 'Child seen',
  parent_spoken_to: 'Parent or carer spoken with',
  with_whom: 'Who else was there',
  notes: 'What happened',
  child_words: 'What the child said',
  next_step: 'What happens next',
  safeguarding: 'Worried about safety',
  worker_id: 'Whose contact',
};

const columns = z.record(z.string(), z.unknown()).nullable();

/** Each change to a contact as people read it: only the fields that changed, before and after. */
export function editsOf(
  edits: readonly ContactEdit[],
  lists: ContactLists,
  people: readonly { readonly id: string; readonly name: string }[],
): EditModel[] {
  return edits.map((edit) => {
    const before = columns.parse(edit.before) ?? {};
    const after = columns.parse(edit.after) ?? {};
    const words = (name: string, value: unknown) => wordsOf(name, value, lists, people);
    return {
      who: edit.name ?? 'a person who has left',
      when: formatInstant(edit.changed_at),
      rows: Object.keys(labels)
        .filter((name) => name in after)
        .map((name) => ({
          label: labels[name] ?? '',
          before: words(name, before[name]),
          after: words(name, after[name]),
        })),
    };
  });
}

function wordsOf(
  name: string,
  value: unknown,
  lists: ContactLists,
  people: readonly { readonly id: string; readonly name: string }[],
): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (name === 'type') return labelOf(lists.types, text);
  if (name === 'attendance') return labelOf(lists.attendance, text);
  if (name === 'absence_reason') return labelOf(lists.reasons, text);
  if (name === 'child_seen') return seenText(text);
  if (name === 'held_at' || name === 'planned_at') return formatInstant(text);
  if (name === 'worker_id') return people.find(({ id }) => id === text)?.name ?? 'Another worker';
  return text;
}

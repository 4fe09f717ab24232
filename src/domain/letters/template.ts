import { z } from 'zod';
import { britishClock, britishDay, formatClock } from '../calendar/british-time.ts';
import { type Day, formatDay, WEEKDAYS, weekdayOf } from '../calendar/day.ts';
import type { Block } from '../documents/written-document.ts';
import { attributesOf, type ReferenceRow } from '../reference/reference-row.ts';

/** What a template is filled with, by its place, and what its writer is asked for where the record does not tell it. */
const places = {
  name: 'the name of whom it is to',
  child: 'the child’s name',
  worker: 'who writes',
  service: 'the name of the service',
  appointment: 'the day, time and place',
  missed: 'what was missed, and when',
  warning: 'what was not kept, and that it is not acceptable',
  'may-follow': 'what may follow',
  meeting: 'the day, time and place of the meeting',
  order: 'the name of the order',
  'order-from': 'the day of the order',
  'order-means': 'what the order means, in words that the child reads',
  requirements: 'what the child must do, one thing a line',
  'order-until': 'how long it lasts',
} as const;
export type Place = keyof typeof places;
export type Facts = Readonly<Partial<Record<Place, string | null>>>;

export const addressees = {
  child: 'The child',
  parent: 'A parent or carer',
  victim: 'A person harmed',
} as const;
export type Addressee = keyof typeof addressees;

/** What a letter may be about; it is filled from that. */
export const abouts = {
  contact: 'an appointment',
  order: 'an order',
  meeting: 'a panel’s meeting',
  failure: 'something that was missed',
} as const;
export type About = keyof typeof abouts;

const row = z.object({
  says: z.string().min(1),
  to: z.enum(['child', 'parent', 'victim']),
  about: z.enum(['', 'contact', 'order', 'meeting', 'failure']),
  subject: z.string().min(1),
  words: z.string().min(1),
});

/** A kind of letter: to whom, about what, and its template. */
export type LetterKind = z.output<typeof row> & { readonly code: string; readonly label: string };

export const letterKind = (listed: ReferenceRow): LetterKind => ({
  code: listed.code,
  label: listed.label,
  ...attributesOf(listed, row),
});

const placeMark = /\{([a-z-]+)\}/g;
const gap = /\[[^\]]*\]/g;
const isPlace = (name: string): name is Place => Object.hasOwn(places, name);

/** A template with the facts of the record in their places; what is not known is left to be written, in square brackets. */
export const fill = (template: string, facts: Facts): string =>
  template.replace(placeMark, (mark, name: string) =>
    isPlace(name) ? facts[name] || `[Write ${places[name]}]` : mark,
  );

/** Places of a template that nothing fills: a mistake in the reference data. */
export const unknownPlaces = (template: string): readonly string[] =>
  [...template.matchAll(placeMark)].map(([, name = '']) => name).filter((name) => !isPlace(name));

/** What is still to be written, as the words say it. */
export const gapsIn = (...words: readonly string[]): readonly string[] =>
  words.flatMap((text) => text.match(gap) ?? []);

/** A day with the day of the week, as people put it in a letter. */
export const dayInFull = (day: Day): string => `${WEEKDAYS[weekdayOf(day) - 1]} ${formatDay(day)}`;

/** When and where: Tuesday 6 October 2026 at 4:30pm, at The Annex. */
export const whenAndWhere = (at: Date, place: string | null): string =>
  [`${dayInFull(britishDay(at))} at ${formatClock(britishClock(at))}`, place]
    .filter(Boolean)
    .join(', at ');

export type LetterBlock =
  | Extract<Block, { readonly kind: 'bullets' }>
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** The words of a letter as they stand on paper: paragraphs with their lines, and lists whose lines begin with a dash. */
export const letterBlocks = (words: string): readonly LetterBlock[] =>
  words
    .split(/\r?\n\s*\r?\n/)
    .map((part) =>
      part
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      lines.every((line) => line.startsWith('- '))
        ? { kind: 'bullets', items: lines.map((line) => line.slice(2)) }
        : { kind: 'lines', lines },
    );

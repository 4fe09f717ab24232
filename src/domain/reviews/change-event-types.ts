import { z } from 'zod';
import { attributesOf, type ReferenceRow } from '../reference/reference-row.ts';

const changePages = [
  'address',
  'social-care',
  'warning',
  'contact',
  'assessment',
  'education',
  'family',
] as const;
type ChangePage = (typeof changePages)[number];

/** Something that can happen to a child and asks for a fresh look, from the code list `change_event_type`. */
export type ChangeEventType = {
  code: string;
  label: string;
  /** How soon the review is due, counted from the day on which the service knew. */
  reviewWithin: { number: number; unit: 'working days' | 'days' };
  /** What everybody does first, sentence by sentence, so that two children do not get two answers. */
  script: string[];
  /** The parts of the record in which the first steps are done; `address` says that the child's home has changed. */
  pages: ChangePage[];
  source: string;
  confidence: string;
};

const columns = z.object({
  review_within: z.coerce.number().int().positive(),
  unit: z.enum(['working days', 'days']),
  script: z.string(),
  pages: z
    .string()
    .default('')
    .transform((text) => changePages.filter((page) => text.split(' ').includes(page))),
});

/** Reads one row of the code list. */
export function changeEventTypeFrom(row: ReferenceRow): ChangeEventType {
  const found = attributesOf(row, columns);
  return {
    code: row.code,
    label: row.label,
    reviewWithin: { number: found.review_within, unit: found.unit },
    script: found.script.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== ''),
    pages: found.pages,
    source: row.source,
    confidence: row.confidence,
  };
}

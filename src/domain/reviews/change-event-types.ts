import { z } from 'zod';
import { attributesOf, type ReferenceRow } from '../reference/reference-row.ts';

/** Something that can happen to a child and asks for a fresh look, from the code list `change_event_type`. */
export type ChangeEventType = {
  code: string;
  label: string;
  /** How soon the review is due, counted from the day on which the service knew. */
  reviewWithin: { number: number; unit: 'working days' | 'days' };
  /** What everybody does first, sentence by sentence, so that two children do not get two answers. */
  script: string[];
  source: string;
  confidence: string;
};

const columns = z.object({
  review_within: z.coerce.number().int().positive(),
  unit: z.enum(['working days', 'days']),
  script: z.string(),
});

/** Reads one row of the code list. */
export function changeEventTypeFrom(row: ReferenceRow): ChangeEventType {
  const found = attributesOf(row, columns);
  return {
    code: row.code,
    label: row.label,
    reviewWithin: { number: found.review_within, unit: found.unit },
    script: found.script.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== ''),
    source: row.source,
    confidence: row.confidence,
  };
}

import { z } from 'zod';
import { addDays, type Day } from '../calendar/day.ts';
import { attributesOf, type ReferenceRow } from '../reference/reference-row.ts';

/** How many contacts a month a level of work asks for, from the code list `contact_frequency`. */
export type Frequency = {
  code: string;
  label: string;
  firstTwelveWeeks: number;
  after: number;
  source: string;
  confidence: string;
};

const columns = z.object({
  first_12_weeks: z.coerce.number().int().nonnegative(),
  after: z.coerce.number().int().nonnegative(),
});

/** Reads one row of the code list. */
export function frequencyFrom(row: ReferenceRow): Frequency {
  const found = attributesOf(row, columns);
  return {
    code: row.code,
    label: row.label,
    firstTwelveWeeks: found.first_12_weeks,
    after: found.after,
    source: row.source,
    confidence: row.confidence,
  };
}

/** Contacts a month expected on a day; the first twelve weeks end with their 84th day. */
export function expectedAMonth(frequency: Frequency, startedOn: Day, today: Day): number {
  return today < addDays(startedOn, 84) ? frequency.firstTwelveWeeks : frequency.after;
}

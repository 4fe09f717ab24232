import type { Day } from './calendar/day.ts';

/** How far a fact may be relied on, in the words of the reference data; all but the first are shown with "check locally". */
export type Confidence =
  | 'confirmed'
  | 'part confirmed'
  | 'recalled'
  | 'check locally'
  | 'local example';

/** Where a rule's value comes from, carried by every row of reference data. */
export type Provenance = { source: string; confidence: Confidence };

/** Says whether a page must print "check locally" beside the value. */
export function mustCheckLocally(row: { confidence: string }): boolean {
  return row.confidence !== 'confirmed';
}

/** Rules in force on a day; both ends are inclusive days, and a null end is open. */
export function inForceOn<T extends { validFrom: Day | null; validTo: Day | null }>(
  rows: readonly T[],
  day: Day,
): T[] {
  return rows.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  );
}

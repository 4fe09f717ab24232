/** How far a fact may be relied on; pages show "check locally" beside the last two. */
export type Confidence = 'confirmed' | 'check-locally' | 'local-default';

/** Where a rule's value comes from, carried by every row of reference data. */
export type Provenance = { source: string; confidence: Confidence };

/** Says whether a page must print "check locally" beside the value. */
export function mustCheckLocally(row: Provenance): boolean {
  return row.confidence !== 'confirmed';
}

/** Rules in force on a day; both ends are inclusive days, and a null end is still open. */
export function inForceOn<T extends { validFrom: string; validTo: string | null }>(
  rows: readonly T[],
  day: string,
): T[] {
  return rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo));
}

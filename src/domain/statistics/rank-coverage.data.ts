/** How many of all areas must have a figure before a place among them is given: the lowest of three says nothing of where an area stands. */
const rankCoverage = {
  /** One in so many, at least. */
  oneIn: 2,
  source: 'Foothold default: no published rule is known',
  confidence: 'check locally',
} as const;

/** Whether enough areas have a figure for a place among them to be given. */
export const isCovered = (of: number, among: number): boolean => of * rankCoverage.oneIn >= among;

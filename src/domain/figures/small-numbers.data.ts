import type { Provenance } from '../provenance.ts';

/** What is too small to print, and what is printed in its place. */
export const smallNumberRules = {
  count: {
    most: 5,
    mark: '<6',
    rule: 'A count of 1 to 5 is not printed; 0 is.',
    source:
      'Practice of published youth justice statistics; no national rule for services was found',
    confidence: 'check locally',
  },
  protecting: {
    mark: 'x',
    rule: 'A count that would give away another is not printed: as few as will do, small ones and parts before totals.',
    source:
      'Practice of published youth justice statistics; no national rule for services was found',
    confidence: 'check locally',
  },
  population: {
    fewest: 100,
    mark: 'x',
    rule: 'No rate is printed for a population below 100.',
    source:
      'Practice of published youth justice statistics; no national rule for services was found',
    confidence: 'check locally',
  },
  base: {
    fewest: 30,
    mark: 'Small base',
    rule: 'A proportion of fewer than 30 children of the stage before is printed and said to be of few; the rule for populations is not for it.',
    source:
      'Foothold: a common threshold of survey practice; no national rule for services was found',
    confidence: 'check locally',
  },
} as const satisfies Record<
  string,
  Provenance & { mark: string; rule: string; most?: number; fewest?: number }
>;

/** Marks of hidden counts in tables that others publish. */
export const carriedMarks: readonly string[] = ['<6', 'x', 's', '-', '*', 'c', '[c]'];

import type { Provenance } from '../provenance.ts';

type DoubtfulPeriods = Provenance & {
  readonly measure: string;
  readonly vintage: string;
  readonly label: string;
  readonly why: string;
};

/** Vintages whose periods may not be those that their labels say: kept and shown, and compared with nothing. */
const doubtfulPeriods = [
  {
    measure: 'first-time-entrants-rate',
    vintage: '2024-11-20',
    label: 'Check locally: labelled a year apart in the two vintages',
    why: 'The figures of a year in the vintage of 20 November 2024 follow those of the year before in the vintage of 4 February 2025 more closely than those of the same year, in every year and over all areas, while the other series of the same file are alike in both. For England they fit years to March that are named by the year in which they end. The later vintage fits calendar years: the number of first-time entrants of England in each calendar year, over residents in the middle of the year before, comes within 3 per 100,000 of it. Whether anything was restated between the two therefore cannot be told. The earlier vintage is kept and compared with nothing.',
    source:
      'Foothold: both vintages of the file compared, and England’s own counts and residents; the publisher’s notes were not found',
    confidence: 'check locally',
  },
] as const satisfies readonly DoubtfulPeriods[];

/** Every such vintage, or those of one measure. */
export const doubtfulOf = (measure?: string): readonly DoubtfulPeriods[] =>
  doubtfulPeriods.filter((one) => measure === undefined || one.measure === measure);

/** The vintages of a measure that no comparison may use. */
export const doubtfulVintages = (measure: string): string[] =>
  doubtfulOf(measure).map(({ vintage }) => vintage);

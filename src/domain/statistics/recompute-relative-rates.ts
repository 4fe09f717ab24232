import { div, rational } from '../figures/rational.ts';
import { besidePrinted, type Recomputed } from './recomputed.ts';

/** One row of relative-rates.csv: counts of a group and of White children at one decision point. */
export type RelativeRateRow = Readonly<
  Record<
    | 'decision_point'
    | 'period'
    | 'ethnicity'
    | 'events'
    | 'total'
    | 'white_events'
    | 'white_total'
    | 'rri'
    | 'lower'
    | 'upper',
    string
  >
>;

/** A relative rate index from its four counts. The source keeps it unrounded, so six places are compared. */
export function recomputeRelativeRate(row: RelativeRateRow): Recomputed {
  const rateOf = (events: string, total: string) => rational(BigInt(events), BigInt(total));
  return besidePrinted(
    {
      document: 'Relative rate index',
      table: `${row.decision_point}, ${row.period}`,
      row: row.ethnicity,
      figure: 'Times the rate of White children',
      inputs: `(${row.events}/${row.total})/(${row.white_events}/${row.white_total})`,
      printed: row.rri,
    },
    div(rateOf(row.events, row.total), rateOf(row.white_events, row.white_total)),
    6,
  );
}

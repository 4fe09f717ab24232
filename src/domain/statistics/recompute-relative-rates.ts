import { fromDecimal, type Rational } from '../figures/rational.ts';
import { relativeRate } from '../figures/rri.ts';
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

/** A relative rate index and its exact 95% limits from the four counts. The source keeps them unrounded, so six places are compared. */
export function recomputeRelativeRate(row: RelativeRateRow): Recomputed[] {
  const countsOf = (events: string, total: string) => ({
    numerator: BigInt(events),
    denominator: BigInt(total),
  });
  const found = relativeRate(
    countsOf(row.events, row.total),
    countsOf(row.white_events, row.white_total),
  );
  const { index, lower, upper } =
    found.kind === 'index' ? found : { index: null, lower: null, upper: null };
  const figures: readonly [string, string, Rational | null][] = [
    ['Times the rate of White children', row.rri, index],
    ['Lower limit', row.lower, limit(lower)],
    ['Upper limit', row.upper, limit(upper)],
  ];
  return figures.map(([figure, printed, exact]) =>
    besidePrinted(
      {
        document: 'Relative rate index',
        table: `${row.decision_point}, ${row.period}`,
        row: row.ethnicity,
        figure,
        inputs: `(${row.events}/${row.total})/(${row.white_events}/${row.white_total})`,
        printed,
      },
      exact,
      6,
    ),
  );
}

// A limit is found by search and is known to more places than are compared.
const limit = (value: number | null) => (value === null ? null : fromDecimal(value.toFixed(9)));

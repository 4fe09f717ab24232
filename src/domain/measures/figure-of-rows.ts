import { rate } from '../figures/figure.ts';
import { fraction } from '../figures/rational.ts';
import { printed } from '../figures/round.ts';
import { compareText } from '../text/compare-text.ts';
import type { Breakdown, Measure } from './measures.data.ts';

/** One row of a measure, as db/measures returns it. */
export type MeasureRow = {
  readonly unit: string;
  readonly person: string | null;
  /** It is one of those that make the denominator. */
  readonly counted: boolean;
  /** It is one of those that make the numerator. */
  readonly hit: boolean;
  readonly reason: string;
  readonly breakdowns: Readonly<Record<string, string>>;
};

/** A figure as it is printed and exactly, in the printed unit; both null where there is nothing to divide by. */
export type MeasuredFigure = {
  readonly value: string | null;
  readonly exact: string | null;
  readonly numerator: number;
  /** Null where the population that it needs is not recorded. */
  readonly denominator: number | null;
};

/** The figure that a measure's rows make. `population` is residents aged 10 to 17, or null where none is recorded. */
export function figureOfRows(
  measure: Measure,
  rows: readonly MeasureRow[],
  population: number | null,
): MeasuredFigure {
  const numerator = rows.filter(({ hit }) => hit).length;
  const among = rows.filter(({ counted }) => counted).length;
  const denominator = measure.over === 'population' ? population : among;
  const divisor = measure.over === 'nothing' ? 1 : denominator;
  const found = rate(
    { numerator: BigInt(numerator), denominator: BigInt(divisor ?? 0) },
    measure.per,
  );
  if (found.kind === 'none') return { value: null, exact: null, numerator, denominator };
  return {
    value: printed(found.value, measure.places),
    exact: fraction(found.value),
    numerator,
    denominator,
  };
}

/** The figure of each group of a breakdown, in the order of their words; a rate by population is of all residents. */
export function figuresByGroup(
  measure: Measure,
  rows: readonly MeasureRow[],
  population: number | null,
  by: Breakdown,
): readonly (MeasuredFigure & { readonly group: string })[] {
  const groups = Map.groupBy(rows, ({ breakdowns }) => breakdowns[by] ?? 'not known');
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([group, own]) => ({ group, ...figureOfRows(measure, own, population) }));
}

import { pooled, rate } from '../figures/figure.ts';
import { add, div, type Rational, rational } from '../figures/rational.ts';
import { exactValue, type PublishedFigure } from './figure-cell.ts';

/** How areas are averaged. With public counts it is the sum over the sum; otherwise only a mean of rates can be given. */
export type AverageMethod = 'ratio of sums' | 'mean of rates';

export type Average = { readonly value: Rational | null; readonly areas: number };

/** Which average can be given: the sums need both counts of every figure, and the base of the rate. */
export function averageMethod(
  figures: readonly PublishedFigure[],
  per: number | null,
): AverageMethod {
  const counted = figures.filter(({ value }) => value !== null);
  const isPublic = counted.every(
    ({ numerator, denominator }) => isWhole(numerator) && isWhole(denominator),
  );
  return per !== null && counted.length > 0 && isPublic ? 'ratio of sums' : 'mean of rates';
}

/** The average of the areas that have a figure, and how many those are. */
export function averageOf(
  figures: readonly PublishedFigure[],
  method: AverageMethod,
  per: number | null,
): Average {
  const withValue = figures.filter(({ value }) => value !== null);
  const areas = withValue.length;
  if (areas === 0) return { value: null, areas };
  if (method === 'ratio of sums') {
    const found = rate(pooled(withValue.map(countsOf)), BigInt(per ?? 1));
    return { value: found.kind === 'figure' ? found.value : null, areas };
  }
  const values = withValue.map(exactValue).filter((value) => value !== null);
  return { value: div(values.reduce(add), rational(BigInt(areas))), areas };
}

const isWhole = (count: string | null) => count !== null && /^\d+$/.test(count);
const countsOf = ({ numerator, denominator }: PublishedFigure) => ({
  numerator: BigInt(numerator ?? 0),
  denominator: BigInt(denominator ?? 0),
});

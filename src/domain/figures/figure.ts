import { div, mul, type Rational, rational, sub } from './rational.ts';

/** The reason why no figure can be given. */
export type NoFigure = { readonly kind: 'none'; readonly reason: string };

/** An exact number, or the reason why none can be given. */
export type Figure = { readonly kind: 'figure'; readonly value: Rational } | NoFigure;

/** What is counted, and what it is counted among. */
export type Counts = { readonly numerator: bigint; readonly denominator: bigint };

/** So many per so many: 47 of 26,092 per 100,000; `per` 1 makes it a ratio, 100 a percentage. */
export function rate({ numerator, denominator }: Counts, per: bigint): Figure {
  if (denominator === 0n) return none('The denominator is 0: no rate can be given');
  return figure(rational(numerator * per, denominator));
}

/** The part of a whole, from 0 to 1; a part larger than its whole is refused. */
export function proportion(counts: Counts): Figure {
  if (counts.numerator > counts.denominator)
    return none(
      `${counts.numerator} cannot be part of ${counts.denominator}: no proportion can be given`,
    );
  return rate(counts, 1n);
}

/** Sums of numerators and of denominators: several years pooled, or a family of services averaged. */
export function pooled(parts: readonly Counts[]): Counts {
  return parts.reduce(
    (sum, part) => ({
      numerator: sum.numerator + part.numerator,
      denominator: sum.denominator + part.denominator,
    }),
    { numerator: 0n, denominator: 0n },
  );
}

/** The change from one figure to a later one as a percentage of the first. */
export function percentageChange(from: Rational, to: Rational): Figure {
  if (from.p === 0n) return none('The first figure is 0: no percentage change can be given');
  return figure(mul(div(sub(to, from), from), rational(100n)));
}

/** A share less the comparator's share, in percentage points, with the comparator's name. */
export function percentagePointGap(
  share: Rational,
  comparator: { readonly name: string; readonly share: Rational },
): { readonly points: Rational; readonly comparator: string } {
  return {
    points: mul(sub(share, comparator.share), rational(100n)),
    comparator: comparator.name,
  };
}

function figure(value: Rational): Figure {
  return { kind: 'figure', value };
}

function none(reason: string): NoFigure {
  return { kind: 'none', reason };
}

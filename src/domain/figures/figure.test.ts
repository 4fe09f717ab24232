import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from './calculate.ts';
import {
  type Figure,
  percentageChange,
  percentagePointGap,
  pooled,
  proportion,
  rate,
} from './figure.ts';
import type { CalculatedMeasure } from './measures.data.ts';
import { ranks } from './rank.ts';
import { compare, fraction, rational } from './rational.ts';
import { printed } from './round.ts';

const counts = (numerator: number, denominator: number) => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});
const shown = (figure: Figure, places: number) =>
  figure.kind === 'figure' ? printed(figure.value, places) : figure.reason;

describe('a published measure', () => {
  it.each<[CalculatedMeasure, number, number, string]>([
    ['fte-rate', 47, 26_092, '180'],
    ['fte-rate', 60, 33_930, '177'],
    ['custody-rate', 3, 26_092, '0.11'],
    ['custody-rate', 6, 33_930, '0.18'],
    ['reoffending-binary', 6, 12, '50.0'],
    ['reoffending-binary', 12, 57, '21.1'],
    ['reoffences-per-reoffender-quarter', 10, 6, '1.67'],
    ['reoffences-per-reoffender-annual', 242, 37, '7'],
    ['reoffences-per-offender', 51, 40, '1.28'],
    ['percent', 20, 36, '56'],
    ['percent', 0, 36, '0'],
  ])('%s of %s among %s prints %s', (measure, numerator, denominator, expected) => {
    expect(calculate(measure, counts(numerator, denominator))).toMatchObject({
      printed: expected,
    });
  });

  it('cannot be given on a denominator of 0, nor of a part larger than its whole', () => {
    expect(calculate('fte-rate', counts(3, 0))).toMatchObject({
      kind: 'none',
      reason: 'The denominator is 0: no rate can be given',
    });
    expect(calculate('reoffending-binary', counts(3, 2)).kind).toBe('none');
    expect(proportion(counts(3, 2)).kind).toBe('none');
    expect(proportion(counts(2, 3))).toEqual({ kind: 'figure', value: rational(2n, 3n) });
  });
});

describe('figures of several years or services', () => {
  it('are pooled as the sum of numerators over the sum of denominators, not as a mean of rates', () => {
    expect(shown(rate(pooled([counts(1, 10), counts(90, 100)]), 100n), 1)).toBe('82.7');
    expect(shown(rate(pooled([]), 100n), 1)).toBe('The denominator is 0: no rate can be given');
  });

  it('change as a percentage of the first', () => {
    expect(shown(percentageChange(rational(50_827n), rational(58_550n)), 1)).toBe('15.2');
    expect(shown(percentageChange(rational(42n), rational(40n)), 0)).toBe('-5');
    expect(percentageChange(rational(0n), rational(4n)).kind).toBe('none');
  });

  it('stand so many percentage points above a named comparator', () => {
    const gap = percentagePointGap(rational(59n, 100n), {
      name: 'Residents aged 10 to 17',
      share: rational(31n, 100n),
    });
    expect(fraction(gap.points)).toBe('28/1');
    expect(gap.comparator).toBe('Residents aged 10 to 17');
  });
});

describe('a rank', () => {
  it('is 1 for the lowest, shared by equal figures, and none where there is no figure', () => {
    const half = rational(1n, 2n);
    expect(ranks([rational(3n), half, null, rational(2n, 4n), rational(1n, 3n)])).toEqual([
      4,
      2,
      null,
      2,
      1,
    ]);
  });

  it('is one more than the number of figures that are lower', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 }))),
        (pairs) => {
          const values = pairs.map(([p, q]) => rational(BigInt(p), BigInt(q)));
          expect(ranks(values)).toEqual(
            values.map((one) => 1 + values.filter((other) => compare(other, one) < 0).length),
          );
        },
      ),
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast } from '../../../test/support/binomial.ts';
import { relativeRate } from './rri.ts';

const published: { [column: string]: string }[] = parse(
  readFileSync(join(import.meta.dirname, '../../../test/fixtures/rri-england-wales.csv')),
  { columns: true, comment: '#' },
);

function index(events: number, total: number, refEvents: number, refTotal: number) {
  const counts = (numerator: number, denominator: number) => ({
    numerator: BigInt(numerator),
    denominator: BigInt(denominator),
  });
  const found = relativeRate(counts(events, total), counts(refEvents, refTotal));
  if (found.kind === 'none') throw new Error(found.reason);
  return { ...found, index: found.index && Number(found.index.p) / Number(found.index.q) };
}

const group = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 }))
  .map(([events, others]) => [events, events + others + 1] as const);

describe('a relative rate index', () => {
  it.each(published.map((row) => [row.decision_point, row.period, row]))(
    '%s, %s: agrees with the published index and limits to 1e-6',
    (_, __, row) => {
      const [events, total, refEvents, refTotal, rri, lower, upper] = Object.values(row)
        .slice(2)
        .map(Number);
      const found = index(events ?? 0, total ?? 0, refEvents ?? 0, refTotal ?? 0);
      expect(Math.abs((found.index ?? 0) - (rri ?? 0))).toBeLessThan(1e-9);
      expect(Math.abs(found.lower - (lower ?? 0))).toBeLessThan(1e-6);
      expect(Math.abs((found.upper ?? 0) - (upper ?? 0))).toBeLessThan(1e-6);
    },
  );

  it('has limits at which what was seen, or more of it, comes about once in forty', () => {
    fc.assert(
      fc.property(group, group, ([a, n], [b, m]) => {
        const { lower, upper } = index(a, n, b, m);
        const odds = (limit: number) => (limit * n) / m;
        if (a > 0) expect(chanceOfAtLeast(a, a + b, odds(lower))).toBeCloseTo(0.025, 10);
        else expect(lower).toBe(0);
        if (b > 0 && upper !== null)
          expect(1 - chanceOfAtLeast(a + 1, a + b, odds(upper))).toBeCloseTo(0.025, 10);
        else expect(upper).toBeNull();
      }),
    );
  });

  it.each([
    [1, 300_000],
    [250_000, 251_000],
    [480_000, 17],
    [3_045, 36_923],
  ])('keeps that with %s events against %s', (a, b) => {
    const { lower, upper } = index(a, 1_000_000, b, 1_000_000);
    expect(chanceOfAtLeast(a, a + b, lower)).toBeCloseTo(0.025, 8);
    expect(1 - chanceOfAtLeast(a + 1, a + b, upper ?? 0)).toBeCloseTo(0.025, 8);
  });

  it('turns over when the two groups change places', () => {
    fc.assert(
      fc.property(group, group, ([a, n], [b, m]) => {
        fc.pre(a > 0 && b > 0);
        const one = index(a, n, b, m);
        const other = index(b, m, a, n);
        expect(one.lower * (other.upper ?? 0)).toBeCloseTo(1, 9);
        expect((one.index ?? 0) * (other.index ?? 0)).toBeCloseTo(1, 9);
        expect(one.lower).toBeLessThan(one.index ?? 0);
        expect(one.upper ?? 0).toBeGreaterThan(one.index ?? 0);
      }),
    );
  });

  it('rises with each event in the group, limits and all', () => {
    fc.assert(
      fc.property(group, group, ([a, n], [b, m]) => {
        fc.pre(b > 0 && a < n);
        const fewer = index(a, n, b, m);
        const more = index(a + 1, n, b, m);
        expect(more.lower).toBeGreaterThan(fewer.lower);
        expect(more.upper ?? 0).toBeGreaterThan(fewer.upper ?? 0);
      }),
    );
  });

  it('says what cannot be given: nothing in the reference group, nobody in a group, more events than children', () => {
    expect(index(0, 5, 3, 10)).toMatchObject({ index: 0, lower: 0, reason: null });
    expect(index(3, 5, 0, 10)).toMatchObject({ index: null, upper: null });
    expect(index(3, 5, 0, 10).lower).toBeGreaterThan(0);
    expect(index(0, 5, 0, 10)).toMatchObject({ index: null, lower: 0, upper: null });
    expect(() => index(1, 0, 2, 3)).toThrow('no rate can be given');
    expect(() => index(2, 1, 2, 3)).toThrow('cannot be 2 events among 1');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { doubtfulOf } from './doubtful-periods.data.ts';

type Row = Record<'measure' | 'area' | 'period' | 'vintage' | 'value' | 'sex' | 'kind', string>;
const rowsOf = (name: string): Row[] =>
  parse(readFileSync(join(import.meta.dirname, '../../../db/reference/statistics/figures', name)), {
    columns: true,
  });

/** How alike two series over the areas are: 1 is wholly. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [left, right] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number) =>
    pairs.reduce((all, [a, b]) => all + of(a - left, b - right), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

describe('vintages whose periods are not sure', () => {
  const rates = rowsOf('local-authority-interactive-tool.csv');
  const seriesOf = (measure: string, vintage: string, year: number) =>
    new Map(
      rates
        .filter(
          (row) =>
            row.measure === measure &&
            row.vintage === vintage &&
            row.period === String(year) &&
            row.value !== '',
        )
        .map(({ area, value }) => [area, Number(value)]),
    );
  const alike = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
    correlation(
      [...a].flatMap(([area, value]) => {
        const other = b.get(area);
        return other === undefined ? [] : [[value, other] as const];
      }),
    );

  it.each([2016, 2017, 2018, 2019, 2020, 2021, 2022])(
    'the first-time entrants that the older file calls %i are nearer the year before in the newer',
    (year) => {
      const measure = 'first-time-entrants-rate';
      const old = seriesOf(measure, '2024-11-20', year);
      const [same, before] = [year, year - 1].map((of) =>
        alike(old, seriesOf(measure, '2025-02-04', of)),
      );
      expect(same).toBeLessThan(0.86);
      expect(before).toBeGreaterThan(0.91);
    },
  );

  it('the newer file fits calendar years: England’s counts over its residents come within 3 of it', () => {
    const counts = rowsOf('clmodr.csv').filter(({ area }) => area === '970');
    const sumOf = (measure: string, period: string) =>
      counts
        .filter((row) => row.measure === measure && row.period.slice(0, 4) === period)
        .filter(({ sex, kind }) => measure === 'population' || (!sex && !kind))
        .reduce((sum, { value }) => sum + Number(value), 0);
    for (const year of [2015, 2016, 2017, 2018, 2019, 2020]) {
      const worked =
        (100_000 * sumOf('first-time-entrants', String(year))) /
        sumOf('population', String(year - 1));
      const published = seriesOf('first-time-entrants-rate', '2025-02-04', year).get('970') ?? 0;
      expect(Math.abs(worked - published)).toBeLessThan(3);
    }
  });

  it('are told with why, from where, and that they are to be checked locally', () => {
    for (const { label, why, source, confidence } of doubtfulOf())
      expect([label, why, source, confidence]).toEqual([
        expect.stringMatching(/check locally/i),
        expect.stringContaining('cannot be told'),
        expect.any(String),
        'check locally',
      ]);
  });
});

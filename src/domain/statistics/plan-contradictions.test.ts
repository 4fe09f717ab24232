import { describe, expect, it } from 'vitest';
import { type PlanStatement, planContradictions } from './plan-contradictions.ts';

const once: PlanStatement = {
  document: 'D',
  place: 'P',
  about: 'x',
  area: 'A',
  period: '2023-24',
  kind: 'count',
  value: '3',
  unit: 'children',
};
const rulesOf = (...said: readonly Partial<PlanStatement>[]) =>
  planContradictions(
    said.map((one) => ({ ...once, ...one })),
    [],
  ).map(({ rule }) => rule);

describe('what a document says against itself', () => {
  it('two answers to one question, and not to two', () => {
    expect(rulesOf({}, {}, { about: 'y', value: '2' })).toEqual([]);
    expect(rulesOf({}, { value: '2' })).toEqual(['Two answers to one question']);
  });

  it('is found among statements of its own kind: two years stand one after another, a population may grow', () => {
    const year = { kind: 'year', about: 'Plan', value: '' };
    expect(rulesOf({ ...year, period: '2023-2024' }, { ...year, period: '2024-2025' })).toEqual([]);
    expect(rulesOf({ kind: 'population' }, { kind: 'population', value: '4' })).toEqual([]);
    expect(rulesOf({ kind: 'rate', unit: 'a' }, { kind: 'rate', unit: 'b' })).toEqual([
      'One rate in two units',
    ]);
    expect(rulesOf({ unit: 'a' }, { unit: 'b' })).toEqual([]);
    const grown = { kind: 'population', period: '2024-25' };
    expect(rulesOf({ kind: 'population' }, grown)).toEqual(['One population for two years']);
    expect(rulesOf({}, { period: '2024-25' })).toEqual([]);
    const newest = { kind: 'newest', period: '2022-23' };
    expect(rulesOf({ kind: 'newest' }, newest)).toEqual(['Two periods, each given as the newest']);
  });
});

describe('a figure of a document beside its counts', () => {
  const figure = {
    document: 'D',
    table: 'T',
    row: 'R',
    figure: 'F',
    inputs: '1/3',
    printed: '34',
    recomputed: '33' as string | null,
    agrees: false,
    reason: null as string | null,
  };
  const says = (more: Partial<typeof figure>) =>
    planContradictions([], [{ ...figure, ...more }]).map((found) => found.says);

  it('is told where it does not follow, with why if that is known', () => {
    expect(says({})).toEqual([['Printed: 34 (T)', 'From the counts: 33']]);
    expect(says({ reason: 'Rounded up' })[0]).toContain('Rounded up');
    expect(says({ recomputed: null })[0]).toContain('A count is not printed');
  });

  it('is not told where it agrees', () => {
    expect(says({ agrees: true })).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { unfitSample } from './fit-samples.ts';
import { shipped } from './frameworks.fixture.ts';

const framework = shipped('2025');
const asked = { casesFrom: '2025-06-01', casesTo: '2026-03-30', fieldworkFrom: '2026-06-01' };
const sample = {
  title: 'Cases of May',
  themes: [],
  opens: '2025-06-01',
  closes: '2026-03-30',
  isWhole: false,
};
const unfit = (cases: number, some: Partial<typeof sample> = {}) =>
  unfitSample(framework, 'children', asked, [{ ...sample, ...some }], cases);

describe('cases rate a standard', () => {
  test('when there are as many as the framework’s smallest sample, drawn from all of its window', () => {
    expect(unfit(14)).toBeNull();
    expect(unfit(13)).toBe(
      'the smallest sample that the framework rates is 14 cases, or all there are, and 13 are drawn',
    );
    expect(unfitSample(framework, 'victims', asked, [sample], 9)).toBeNull();
    expect(unfitSample(framework, 'victims', asked, [sample], 8)).toContain('is 9 cases');
  });

  test('in a small service when all that there are were read', () => {
    expect(unfit(3, { isWhole: true })).toBeNull();
  });

  test('and not when they were drawn for a theme, or of work outside the window', () => {
    expect(
      unfitSample(framework, 'children', asked, [{ ...sample, themes: ['in-care'] }], 20),
    ).toContain('was drawn for a theme');
    expect(unfit(20, { opens: '2025-05-31' })).toContain('outside the inspection’s window');
    expect(unfit(20, { closes: '2026-03-31' })).toContain('outside the inspection’s window');
  });

  test('by a framework that states no smallest sample however few they are', () => {
    expect(unfitSample(shipped('2021'), 'court', asked, [sample], 1)).toBeNull();
  });
});

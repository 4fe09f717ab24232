import { describe, expect, test } from 'vitest';
import { type DrawnSample, limitsOfYear, unfitSample } from './fit-samples.ts';
import { shipped } from './frameworks.fixture.ts';

const framework = shipped('2025');
const asked = { casesFrom: '2025-06-01', casesTo: '2026-03-30', fieldworkFrom: '2026-06-01' };
const sample: DrawnSample = {
  title: 'Cases of May',
  themes: [],
  opens: '2025-06-01',
  closes: '2026-03-30',
  leftTiers: [],
  leftFor: ['too-short'],
  population: 90,
  size: 14,
};
const unfit = (cases: number, some: Partial<DrawnSample> = {}) =>
  unfitSample(framework, 'children', asked, [{ ...sample, ...some }], cases);

describe('cases rate a standard', () => {
  test('when there are as many as the framework’s smallest sample, drawn from all of its window', () => {
    expect(unfit(14)).toBeNull();
    expect(unfit(13)).toBe(
      'the smallest sample that the framework rates is 14 cases, or all there are, and 13 are drawn',
    );
    expect(unfit(1)).toContain('and 1 is drawn');
    expect(unfitSample(framework, 'victims', asked, [sample], 9)).toBeNull();
    expect(unfitSample(framework, 'victims', asked, [sample], 8)).toContain('is 9 cases');
  });

  test('in a small service when all that there are were read', () => {
    const all = { population: 3, size: 3 };
    expect(unfit(3, all)).toBeNull();
    expect(unfit(3, { ...all, population: 4 })).toContain('or all there are');
    for (const reason of ['read-lately', 'no-free-reader', 'other-theme', 'other-type'] as const)
      expect(unfit(3, { ...all, leftFor: [reason] }), reason).toContain('or all there are');
  });

  test('and not when they were drawn for a theme, or of work outside the window', () => {
    expect(
      unfitSample(framework, 'children', asked, [{ ...sample, themes: ['in-care'] }], 20),
    ).toContain('was drawn for a theme');
    expect(unfit(20, { opens: '2025-05-31' })).toContain('outside the inspection’s window');
    expect(unfit(20, { closes: '2026-03-31' })).toContain('outside the inspection’s window');
  });

  test('nor when they are of some kinds of work only, or of a part of the window, however many they are', () => {
    expect(unfit(20, { leftTiers: ['court'] })).toContain('of some kinds of work only');
    expect(unfit(3, { leftTiers: ['court'], population: 3, size: 3 })).toContain('some kinds');
    expect(unfit(20, { opens: '2025-06-02' })).toContain('a part of the inspection’s window');
    expect(unfit(20, { closes: '2026-03-29' })).toContain('a part of the inspection’s window');
    const ofCourt = [{ ...sample, leftTiers: ['out-of-court'] }];
    expect(unfitSample(shipped('2021'), 'court', asked, ofCourt, 20)).toBeNull();
  });

  test('by the smallest sample of the inspection’s own year', () => {
    const { sampling } = framework;
    const least = (...of: Parameters<typeof limitsOfYear>) => limitsOfYear(...of)?.min;
    expect(least(sampling, 'children', '2025-06-01')).toBe(15);
    expect(least(sampling, 'court', '2026-06-01')).toBe(14);
    expect(least(sampling, 'victims', '2027-06-01')).toBe(9);
    expect(least(shipped('2021').sampling, 'court', '2022-06-01')).toBeUndefined();
  });

  test('by a framework that states no smallest sample however few they are', () => {
    expect(unfitSample(shipped('2021'), 'court', asked, [sample], 1)).toBeNull();
  });
});

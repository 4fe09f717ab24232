import { expect, it } from 'vitest';
import { figureOfGap } from './gap-figures.ts';

it.each([
  ['address', 'May lower: Suitable accommodation'],
  ['date-of-birth', 'Leaves the child out of every figure that asks an age'],
  ['ethnicity-disagree', 'Makes “not known” larger in every figure by group'],
  ['language', ''],
])('a gap says which figure it touches: %s', (gap, words) => {
  expect(figureOfGap(gap)).toBe(words);
});

it('each indicator that a gap lowers is named', () => {
  for (const gap of ['address', 'education', 'send', 'care'])
    expect(figureOfGap(gap)).toMatch(/^May lower: .+/);
});

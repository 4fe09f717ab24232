import { expect, it } from 'vitest';
import { isRounded } from './grid.ts';

it.each([
  [33, 100, 3, true],
  [34, 100, 3, false],
  [2, 3, 2, true],
  [1, 3, 2, true],
  [3, 3, 1, true],
  [4, 3, 1, false],
  [0, 5, 0, true],
  [1, 5, 0, false],
])('%i for %i over %i, rounded either way: %s', (whole, over, under, wanted) =>
  expect(isRounded(whole, over, under)).toBe(wanted),
);

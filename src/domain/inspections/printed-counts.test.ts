import { expect, test } from 'vitest';
import { printedCounts } from './printed-counts.ts';

const groups = (what: string, counts: Record<string, number>) => ({
  what,
  counts: Object.entries(counts).map(([name, count]) => ({ what: name, count })),
});
const printed = (sets: ReturnType<typeof printedCounts>) =>
  sets.map(({ counts }) => counts.map(({ count }) => count));

test('a report does not print how many children a small group has, nor the group that would tell it', () => {
  expect(printed(printedCounts([groups('Sex', { Female: 3, Male: 17 })]))).toEqual([['<6', 'x']]);
});

test('groups that are large enough are printed as they are, and no child as 0', () => {
  const sets = [
    groups('Sex', { Female: 8, Male: 12 }),
    groups('Risk', { low: 14, high: 6, 'very high': 0 }),
  ];
  expect(printed(printedCounts(sets))).toEqual([
    ['8', '12'],
    ['14', '6', '0'],
  ]);
});

test('of a handful of cases no group is printed: the number read would tell who they were', () => {
  expect(printedCounts([groups('Kind of work', { 'Youth caution': 2 })])).toEqual([]);
  expect(printedCounts([groups('Risk', { high: 1, medium: 1 })])).toEqual([]);
});

test('no children, nothing to print', () => {
  expect(printedCounts([])).toEqual([]);
});

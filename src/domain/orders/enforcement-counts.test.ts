import { expect, it } from 'vitest';
import { printedCounts } from './enforcement-counts.ts';

const group = (name: string, under_order: number, not_kept: number, warned: number, put = 0) => ({
  group: name,
  ...{ under_order, not_kept, warned, put },
});

it('small counts are not printed, nor what would give them away; none is printed as none', () => {
  const printed = printedCounts([
    group('Asian', 12, 4, 0),
    group('Black', 20, 9, 8),
    group('White', 60, 30, 22, 9),
  ]);
  expect(printed.map(({ group: name }) => name)).toEqual(['Asian', 'Black', 'White', 'All']);
  const [asian, black, , all] = printed;
  expect(asian).toMatchObject({ under_order: '12', not_kept: '<6', warned: '0' });
  // With the sum and the third group the small one would follow.
  expect(black?.not_kept).toBe('x');
  expect(all).toMatchObject({ under_order: '92', not_kept: '43', warned: '30' });
});

it('without children under an order there is nothing to count', () => {
  expect(printedCounts([])).toEqual([]);
});

import { expect, it } from 'vitest';
import { birthRelation } from './birth-relation.ts';
import { nearDays } from './near-days.ts';

it('the day itself comes first, and every other is one slip away', () => {
  const [first, ...others] = nearDays('2011-08-04', '2026-10-31');
  expect(first).toBe('2011-08-04');
  expect(others).toContain('2011-04-08');
  expect(others).toContain('2011-08-14');
  expect(others.map((day) => birthRelation('2011-08-04', day).relation)).toEqual(
    others.map(() => 'slip'),
  );
});

it('no day is one on which a child could not have been born', () => {
  expect(nearDays('2011-08-04', '2026-10-31').filter((day) => day > '2026-10-31')).toEqual([]);
});

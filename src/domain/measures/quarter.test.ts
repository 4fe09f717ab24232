import { expect, it } from 'vitest';
import { quarterBefore, quarterOf, quarterWords } from './quarter.ts';

it('a quarter begins in January, April, July or October and ends on its third month’s last day', () => {
  expect(quarterOf('2026-02-28')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(quarterOf('2026-10-01')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(quarterWords(quarterOf('2026-09-30'))).toBe('July to September 2026');
});

it('the quarter before January is the last of the year before', () => {
  expect(quarterBefore(quarterOf('2026-01-31'), 1)).toEqual({
    from: '2025-10-01',
    to: '2025-12-31',
  });
  expect(quarterBefore(quarterOf('2026-01-31'), -1).from).toBe('2026-04-01');
});

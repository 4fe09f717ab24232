import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const christmas2026 = new Set(['2026-12-25', '2026-12-28', '2027-01-01']);

describe('working days', () => {
  it('leave out weekends and bank holidays', () => {
    expect(isWorkingDay('2026-10-02', christmas2026)).toBe(true);
    expect(isWorkingDay('2026-10-03', christmas2026)).toBe(false);
    expect(isWorkingDay('2026-12-28', christmas2026)).toBe(false);
  });

  it('one working day after Christmas Eve is the Tuesday when Monday is the substitute holiday', () => {
    expect(addWorkingDays('2026-12-24', 1, christmas2026)).toBe('2026-12-29');
  });

  it.each([
    ['2026-10-02', 1, '2026-10-05'],
    ['2026-10-03', 1, '2026-10-05'],
    ['2026-10-05', 15, '2026-10-26'],
    ['2026-10-05', 0, '2026-10-05'],
    ['2026-10-05', -1, '2026-10-02'],
  ])('from %s, %i working days lead to %s', (day, count, expected) => {
    expect(addWorkingDays(day, count, christmas2026)).toBe(expected);
  });
});

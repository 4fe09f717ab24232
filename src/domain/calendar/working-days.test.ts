import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
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

/** The bank holidays as the service is given them. */
const rows: { day: string }[] = parse(readFileSync('db/reference/bank_holiday.csv', 'utf8'), {
  columns: true,
});
const holidays = new Set(rows.map(({ day }) => day));
const DAY = 86_400_000;
/** Weekday by the machine's calendar, at noon and in universal time, which no change of clocks can move. */
const works = (day: string) =>
  ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !holidays.has(day);

describe('working days over bank holidays, leap days and changes of the clocks', () => {
  const anyDay = fc.integer({ min: 0, max: 3800 }).map((days) => addDays('2019-01-01', days));
  const some = fc.integer({ min: 1, max: 90 });

  it('the day that they lead to is a working day, and exactly so many lie after the first, it counted', () => {
    fc.assert(
      fc.property(anyDay, some, (day, count) => {
        const found = addWorkingDays(day, count, holidays);
        const passed = [];
        for (let at = Date.parse(day) + DAY; at <= Date.parse(found); at += DAY)
          passed.push(new Date(at).toISOString().slice(0, 10));
        expect([works(found), passed.filter(works).length]).toEqual([true, count]);
        expect(isWorkingDay(found, holidays)).toBe(true);
      }),
    );
  });

  it('from a working day they lead there and back, and in two steps as in one', () => {
    fc.assert(
      fc.property(anyDay.filter(works), some, some, (day, first, second) => {
        const there = addWorkingDays(day, first, holidays);
        expect(addWorkingDays(there, -first, holidays)).toBe(day);
        expect(addWorkingDays(there, second, holidays)).toBe(
          addWorkingDays(day, first + second, holidays),
        );
      }),
    );
  });

  it.each([
    ['2028-02-28', 1, '2028-02-29', 'a leap day on a Tuesday is one'],
    ['2024-02-29', 1, '2024-03-01', 'after a leap day comes March'],
    ['2026-03-27', 1, '2026-03-30', 'over the night on which clocks go forward'],
    ['2026-10-23', 1, '2026-10-26', 'over the night on which they go back'],
    ['2026-04-02', 1, '2026-04-07', 'over Good Friday and Easter Monday'],
    ['2020-05-07', 1, '2020-05-11', 'over the May holiday that was moved to a Friday'],
  ])('from %s, %i leads to %s: %s', (day, count, expected) => {
    expect(addWorkingDays(day, count, holidays)).toBe(expected);
  });
});

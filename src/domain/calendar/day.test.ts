import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  compareDays,
  daysBetween,
  formatDay,
  formatShortDay,
  isDay,
  reachesAge,
  weekdayOf,
} from './day.ts';

const anyDay = fc
  .integer({ min: -25_000, max: 50_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));

describe('a day', () => {
  it.each([
    ['2026-10-03', true],
    ['2024-02-29', true],
    ['2100-02-29', false],
    ['2026-02-29', false],
    ['2011-02-31', false],
    ['2026-13-01', false],
    ['2026-1-01', false],
    ['3 October 2026', false],
  ])('%s is a day that exists: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('is written the British way', () => {
    expect(formatDay('2026-10-03')).toBe('3 October 2026');
    expect(formatShortDay('2026-10-13')).toBe('13 Oct 2026');
  });

  it('one month after the last of January is the last of February', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('knows the day of the week', () => {
    expect(weekdayOf('2026-10-05')).toBe(1);
    expect(weekdayOf('2026-10-04')).toBe(7);
  });

  it('counts days both ways', () => {
    expect(daysBetween('2026-10-31', '2026-11-01')).toBe(1);
    expect(daysBetween('2026-11-01', '2026-10-31')).toBe(-1);
    expect(compareDays('2026-10-31', '2026-11-01')).toBe(-1);
  });

  it('adding days and counting them back always agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });
});

describe('age', () => {
  it.each([
    ['2008-10-01', '2026-09-30', 17],
    ['2008-10-01', '2026-10-01', 18],
    ['2008-10-01', '2026-10-02', 18],
    ['2017-10-14', '2026-10-20', 9],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
  ])('a child born %s is on %s aged %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });

  it('is reached on the birthday, or on 1 March when there is no 29 February', () => {
    expect(reachesAge('2008-10-01', 18)).toBe('2026-10-01');
    expect(reachesAge('2012-02-29', 18)).toBe('2030-03-01');
  });

  it('changes exactly on the day it is reached', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (born, years) => {
        const birthday = reachesAge(born, years);
        expect(ageOn(born, birthday)).toBe(years);
        expect(ageOn(born, addDays(birthday, -1))).toBe(years - 1);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayOf } from '../src/domain/calendar/day.ts';

type Holiday = { day: Day; name: string; division: string; confidence: string };

const FILE = new URL('../db/reference/bank_holiday.csv', import.meta.url);
const holidays: Holiday[] = parse(readFileSync(FILE, 'utf8'), { columns: true });
const YEARS = Array.from({ length: 13 }, (_, index) => 2018 + index);

describe.each(YEARS)('bank holidays of %i', (year) => {
  const ofYear = holidays.filter((row) => row.day.startsWith(`${year}-`));
  const named = (name: string) => ofYear.filter((row) => row.name.startsWith(name));
  const only = (name: string) => named(name).map((row) => row.day);

  test('are those of England and Wales, on weekdays, in order', () => {
    expect(ofYear.every((row) => row.division === 'england-and-wales')).toBe(true);
    expect(ofYear.filter((row) => [0, 6].includes(weekday(row.day)))).toEqual([]);
    const days = ofYear.map((row) => row.day);
    expect(days).toEqual([...new Set(days)].sort());
    const extra = { 2022: 2, 2023: 1 }[year] ?? 0;
    expect(days).toHaveLength(8 + extra);
  });

  test('have Good Friday and Easter Monday round the Easter that is computed', () => {
    const easter = easterSunday(year);
    expect(weekday(easter)).toBe(0);
    expect(only('Good Friday')).toEqual([addDays(easter, -2)]);
    expect(only('Easter Monday')).toEqual([addDays(easter, 1)]);
  });

  test('have the May and August Mondays, except the two that were moved', () => {
    const may = year === 2020 ? '2020-05-08' : firstMonday(year, 5);
    const spring = year === 2022 ? '2022-06-02' : lastMonday(year, 5);
    expect(only('Early May')).toEqual([may]);
    expect(only('Spring')).toEqual([spring]);
    expect(only('Summer')).toEqual([lastMonday(year, 8)]);
  });

  test('give a substitute day, and say so, where the day itself is at a weekend', () => {
    const fixed = [
      ['New Year', dayOf(year, 1, 1)],
      ['Christmas', dayOf(year, 12, 25)],
      ['Boxing', dayOf(year, 12, 26)],
    ] as const;
    for (const [name, day] of fixed) {
      const [row] = named(name);
      const isWeekend = [0, 6].includes(weekday(day));
      expect(row?.name.endsWith('(substitute day)'), `${name} ${year}`).toBe(isWeekend);
      if (!isWeekend) expect(row?.day).toBe(day);
      if (isWeekend) expect(row?.day).toBe(substituteFor(name, day));
    }
  });
});

test('the one-off holidays since 2018 are there', () => {
  const days = holidays.map((row) => row.day);
  for (const day of ['2022-06-03', '2022-09-19', '2023-05-08']) expect(days).toContain(day);
});

test('years not yet published are marked as computed', () => {
  const computed = holidays.filter((row) => row.confidence === 'computed');
  expect(computed.every((row) => row.day >= '2028')).toBe(true);
  expect(holidays.filter((row) => row.day >= '2028')).toEqual(computed);
});

/** 0 is Sunday. */
function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** New Year moves to Monday; at Christmas both days move past each other and the weekend. */
function substituteFor(name: string, day: Day): Day {
  const isSaturday = weekday(day) === 6;
  if (name === 'New Year') return addDays(day, isSaturday ? 2 : 1);
  return addDays(day, 2);
}

function firstMonday(year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  return addDays(first, (8 - weekday(first)) % 7);
}

function lastMonday(year: number, month: number): Day {
  const last = dayOf(year, month, 31);
  return addDays(last, -((weekday(last) + 6) % 7));
}

/** The first Sunday after the Paschal full moon, by the table of golden numbers for 1900 to 2199. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const age = (19 * golden + 24) % 30;
  const isLate = age === 29 || (age === 28 && golden > 10);
  const fullMoon = addDays(dayOf(year, 3, 21), isLate ? age - 1 : age);
  return addDays(fullMoon, 7 - weekday(fullMoon));
}

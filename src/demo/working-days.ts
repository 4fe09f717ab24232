import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { addDays, compareDays, type Day } from '../domain/calendar/day.ts';
import { addWorkingDays } from '../domain/calendar/working-days.ts';

const rows: { day: string; division: string }[] = parse(
  readFileSync(new URL('../../db/reference/bank_holiday.csv', import.meta.url)),
  { columns: true },
);
const holidays: ReadonlySet<Day> = new Set(rows.map(({ day }) => day));

/** A day so many working days on, by the shipped bank holidays. */
export const workingDaysOn = (day: Day, number: number): Day =>
  addWorkingDays(day, number, holidays);

/** The first Thursday on or after a day: the demonstration's panel meets on Thursdays. */
export function thursdayFrom(day: Day): Day {
  for (let on = day; ; on = addDays(on, 1))
    if (new Date(`${on}T12:00:00Z`).getUTCDay() === 4) return on;
}

/** An instant on a day by the British clock, near enough for invented work: no story happens at night. */
export const at = (day: Day, clock: string): string => `${day}T${clock}:00Z`;

/** The earlier of two days. */
export const earlier = (a: Day, b: Day): Day => (compareDays(a, b) < 0 ? a : b);

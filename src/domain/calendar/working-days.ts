import { addDays, type Day, weekdayOf } from './day.ts';

/** Bank holidays of England and Wales, given by the caller from reference data. */
export type BankHolidays = ReadonlySet<Day>;

/** Whether offices work: Monday to Friday and not a bank holiday. */
export function isWorkingDay(day: Day, bankHolidays: BankHolidays): boolean {
  return weekdayOf(day) <= 5 && !bankHolidays.has(day);
}

/** The n-th working day after a day (before it when n is negative); the first day is not counted. */
export function addWorkingDays(day: Day, count: number, bankHolidays: BankHolidays): Day {
  const step = Math.sign(count);
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step);
    if (isWorkingDay(found, bankHolidays)) left -= 1;
  }
  return found;
}

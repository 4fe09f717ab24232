/** A calendar day as `YYYY-MM-DD`: sorts and compares as text, and is what a `date` column gives. */
export type Day = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;

/** The days of the week from its first. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Month names in the order the calendar has them, for writing and reading British dates. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

type Parts = { readonly year: number; readonly month: number; readonly date: number };

/** Number of days in a month (1 to 12), leap years known. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const found = SHAPE.exec(text);
  if (!found) return false;
  const month = Number(found[2]);
  const date = Number(found[3]);
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(Number(found[1]), month);
}

/** The day made of a year, a month from 1 and a date; throws when there is no such day. */
export function dayOf(year: number, month: number, date: number): Day {
  const day = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  if (!isDay(day)) throw new RangeError(`There is no day ${day}`);
  return day;
}

/** Year, month from 1 and date of a day; throws on text that is not a day. */
function partsOf(day: Day): Parts {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8, 10)),
  };
}

/** The day that many calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** The same date that many months later, or the last of that month when it is too short. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Calendar days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/** Sort order of two days: negative, zero or positive. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Whole years of age on a day, reached at the start of the birthday (Family Law Reform Act 1969 s9);
 * born on 29 February, the year is reached on 1 March when there is no 29th.
 */
export function ageOn(dateOfBirth: Day, day: Day): number {
  const years = partsOf(day).year - partsOf(dateOfBirth).year;
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** The first day on which somebody is that many years old. */
export function reachesAge(dateOfBirth: Day, years: number): Day {
  const { year, month, date } = partsOf(dateOfBirth);
  const noSuchBirthday = date > daysInMonth(year + years, month);
  return noSuchBirthday ? dayOf(year + years, month + 1, 1) : dayOf(year + years, month, date);
}

/** Day of the week, Monday 1 to Sunday 7, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  const sundayIsZero = new Date(toNumber(day) * MS_A_DAY).getUTCDay();
  return sundayIsZero === 0 ? 7 : sundayIsZero;
}

/** A day as people in Britain write it: 3 October 2026. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A day in few characters, for tables: 3 Oct 2026. */
export function formatShortDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function toNumber(day: Day): number {
  const { year, month, date } = partsOf(day);
  return new Date(0).setUTCFullYear(year, month - 1, date) / MS_A_DAY;
}

function fromNumber(count: number): Day {
  return new Date(count * MS_A_DAY).toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

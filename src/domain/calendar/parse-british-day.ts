import { visibleText } from '../text/visible-text.ts';
import { britishDay } from './british-time.ts';
import { type Day, dayOf, daysInMonth, isDay, MONTHS } from './day.ts';
import { monthNumber } from './month-number.ts';

/** A date read from text, or why it cannot be one and what to put right. */
export type ParsedDay =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'invalid'; readonly reason: string };

export type ParseOptions = {
  /** The latest day the date may be: 12/05/11 is read as the last such day not after it. */
  readonly pivot: Day;
};

type Written = { readonly date: number; readonly month: number; readonly year: string };

const TIME_OF_DAY =
  /[T ,]+\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?|\.\d{2}\s*[ap]\.?m\.?)\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const WORLD_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]00:?00)$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+/i;
const DAY_FIRST = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const MONTH_IN_LETTERS =
  /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of\b)?[\s\-/.]*([A-Za-z]{3,9})[,\s\-/.]*(\d{4}|\d{2})$/;
const MONTH_BEFORE = /^([A-Za-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[,\s]\s*(\d{4})$/;
const SPREADSHEET_NUMBER = /^\d{5}(\.\d+)?$/;
const HOW = 'write it as day, month, year, for example 03/10/2026';

/**
 * Reads a date the British way, day first; a time of day after it is left out. A time of the world's clock is turned into
 * the British day on which it falls: 14 June at 23:00Z is a summer midnight, the beginning of the fifteenth.
 */
export function parseBritishDay(text: string, options: ParseOptions): ParsedDay {
  const whole = visibleText(text)
    .replace(/[\u00a0\s]+/g, ' ')
    .trim()
    .replace(WEEKDAY, '');
  const [, day = '', clock = ''] = WORLD_TIME.exec(whole) ?? [];
  if (isDay(day)) return { kind: 'day', day: britishDay(`${day}T${clock}:00Z`) };
  const clean = whole.replace(TIME_OF_DAY, '');
  if (clean === '') return invalid(`No date is given: ${HOW}`);
  if (SPREADSHEET_NUMBER.test(clean)) {
    return invalid(
      `${clean} is a spreadsheet’s own number for a day: format the column as a date, then ${HOW}`,
    );
  }
  const written = readWritten(clean);
  return written
    ? toDay(clean, written, options.pivot)
    : invalid(`“${clean}” is not a date: ${HOW}`);
}

function readWritten(text: string): Written | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return written(dayFirst[1], Number(dayFirst[2]), dayFirst[3]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return written(yearFirst[3], Number(yearFirst[2]), yearFirst[1]);
  const letters = MONTH_IN_LETTERS.exec(text);
  if (letters) return written(letters[1], monthNumber(letters[2] ?? ''), letters[3]);
  // A month in letters is told from the day wherever it stands.
  const before = MONTH_BEFORE.exec(text);
  return before ? written(before[2], monthNumber(before[1] ?? ''), before[3]) : null;
}

function written(date: string | undefined, month: number, year: string | undefined): Written {
  return { date: Number(date), month, year: year ?? '' };
}

function toDay(text: string, { date, month, year }: Written, pivot: Day): ParsedDay {
  if (month < 1 || month > 12) {
    return invalid(`${text} has no such month: the day comes first, so ${HOW}`);
  }
  const fullYear =
    year.length === 4 ? Number(year) : yearNotAfter(Number(year), month, date, pivot);
  const last = daysInMonth(fullYear, month);
  if (date < 1 || date > last) {
    return invalid(
      `${text} does not exist: ${MONTHS[month - 1]} ${fullYear} has ${last} days. Ask the sender for the right date and ${HOW}`,
    );
  }
  return { kind: 'day', day: dayOf(fullYear, month, date) };
}

function yearNotAfter(twoDigits: number, month: number, date: number, pivot: Day): number {
  const century = Math.floor(Number(pivot.slice(0, 4)) / 100) * 100;
  const year = century + twoDigits;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const isLate = isDay(day) ? day > pivot : year > Number(pivot.slice(0, 4));
  return isLate ? year - 100 : year;
}

function invalid(reason: string): ParsedDay {
  return { kind: 'invalid', reason };
}

import { type Day, dayOf, daysInMonth, MONTHS } from '../calendar/day.ts';

const YEAR = /^(\d{4})$/;
const FINANCIAL = /^(\d{4})-(\d{2})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const RANGE = /^(\d{4}-(?:0[1-9]|1[0-2])) to (\d{4}-(?:0[1-9]|1[0-2]))$/;

/** The forms a period may be written in, for help texts and errors. */
export const PERIOD_FORMS =
  '2022 (calendar year), 2022-23 (year to March), 2022-06 (month) or 2022-04 to 2022-06';

// 2011-12 is a year to March and not a December: the one year in each century that both forms fit is read as the year.
const isFinancialYear = (text: string) => {
  const found = FINANCIAL.exec(text);
  return found !== null && (Number(found[1]) + 1) % 100 === Number(found[2]);
};

/** The last day of a published period; null when the text is no period. */
export function periodEnd(text: string): Day | null {
  if (YEAR.test(text)) return `${text}-12-31`;
  if (isFinancialYear(text)) return `${Number(text.slice(0, 4)) + 1}-03-31`;
  const range = RANGE.exec(text);
  if (range) return (range[1] ?? '') <= (range[2] ?? '') ? lastOf(range[2] ?? '') : null;
  return MONTH.test(text) ? lastOf(text) : null;
}

/** A period as a table's heading has it: 2022, 2022-23, June 2022, Apr 2022 to Jun 2022. */
export function periodWords(text: string): string {
  const range = RANGE.exec(text);
  if (range) return `${monthWords(range[1] ?? '', 3)} to ${monthWords(range[2] ?? '', 3)}`;
  return MONTH.test(text) && !isFinancialYear(text) ? monthWords(text) : text;
}

/** A vintage, which may be a day, a month or a year: 4 February 2025, May 2026, 2026. */
export function vintageWords(text: string): string {
  const [year = '', month, date] = text.split('-');
  if (!month) return year;
  const words = monthWords(`${year}-${month}`);
  return date ? `${Number(date)} ${words}` : words;
}

/** How long a published period is; a series holds periods of one length. */
export type PeriodLength = 'year' | 'quarter' | 'month' | 'other';

/** A year, three months, one month or something else, from the period's own words. */
export function periodLength(text: string): PeriodLength {
  const range = RANGE.exec(text);
  if (range) {
    const [from = 0, to = 0] = [range[1], range[2]].map((month = '') => {
      const [year = 0, number = 0] = month.split('-').map(Number);
      return year * 12 + number;
    });
    const months = to - from + 1;
    return months === 12 ? 'year' : months === 3 ? 'quarter' : months === 1 ? 'month' : 'other';
  }
  return MONTH.test(text) && !isFinancialYear(text) ? 'month' : 'year';
}

function lastOf(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return dayOf(year, number, daysInMonth(year, number));
}

function monthWords(month: string, letters?: number): string {
  const [year, number] = month.split('-').map(Number);
  return `${MONTHS[(number ?? 1) - 1]?.slice(0, letters)} ${year}`;
}

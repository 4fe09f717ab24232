import { visibleText } from '../text/visible-text.ts';
import { type Day, isDay } from './day.ts';
import { monthNumber } from './month-number.ts';

/** A date typed into three boxes: none, a day, or which part is at fault. */
export type TypedDay =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'part-missing'; readonly part: 'day' | 'month' | 'year' }
  | { readonly kind: 'short-year' }
  | { readonly kind: 'impossible' };

const PARTS = ['day', 'month', 'year'] as const;

/** Reads the three boxes of a date: the month as a figure or a name, the year in four figures. */
export function readTypedDay(boxes: Readonly<Record<(typeof PARTS)[number], string>>): TypedDay {
  const day = tidy(boxes.day).replace(/(\d)(st|nd|rd|th)$/i, '$1');
  const [month, year] = [tidy(boxes.month), tidy(boxes.year)];
  const [missing, ...others] = PARTS.filter((part) => tidy(boxes[part]) === '');
  if (others.length === PARTS.length - 1) return { kind: 'none' };
  if (missing) return { kind: 'part-missing', part: missing };
  if (/^[’']?\d{2}$/.test(year)) return { kind: 'short-year' };
  const text = `${year}-${pad(String(monthNumber(month)))}-${pad(day)}`;
  return isDay(text) ? { kind: 'day', day: text } : { kind: 'impossible' };
}

const tidy = (text: string) => visibleText(text).trim();

const pad = (text: string) => text.padStart(2, '0');

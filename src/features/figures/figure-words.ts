import { addMonths, type Day } from '../../domain/calendar/day.ts';
import type { MeasuredFigure } from '../../domain/measures/figure-of-rows.ts';
import type { Measure } from '../../domain/measures/measures.data.ts';
import type { Quarter } from '../../domain/measures/quarter.ts';

/** The last day on which what a figure counts may happen: its quarter's, or that on which its children were followed long enough. */
export const settledOn = ({ followedFor = 0 }: Measure, { to }: Quarter): Day =>
  addMonths(to, followedFor);

/** Whether what a figure counts may still happen. */
export const isOpen = (measure: Measure, quarter: Quarter, today: Day): boolean =>
  settledOn(measure, quarter) >= today;

/** "67%", "8.41 per 10,000", or that there is none; one that is still open says so. */
export function valueWords({ unit }: Measure, { value }: MeasuredFigure, open: boolean): string {
  if (value === null) return 'No figure';
  return `${value}${unit === '%' ? '' : ' '}${unit}${open ? ', so far' : ''}`;
}

/** A group of a breakdown in words: "Youth caution", "Violence against the person", "10 to 14". */
export const groupWords = (group: string): string => {
  const words = group.replace(/^(\d+)-(\d+)$/, '$1 to $2');
  const plain = /^[A-Z_]+$/.test(words) ? words.toLowerCase().replaceAll('_', ' ') : words;
  return plain.charAt(0).toUpperCase() + plain.slice(1).replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
};

/** "8 of 12", or the count alone where nothing is divided. */
export const outOf = ({ over }: Measure, { numerator, denominator }: MeasuredFigure): string => {
  if (over === 'nothing') return String(numerator);
  return denominator === null
    ? `${numerator}, residents not recorded`
    : `${numerator} of ${denominator.toLocaleString('en-GB')}`;
};

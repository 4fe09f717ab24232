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

/** "8 of 12", or the count alone where nothing is divided. */
export const outOf = ({ over }: Measure, { numerator, denominator }: MeasuredFigure): string => {
  if (over === 'nothing') return String(numerator);
  return denominator === null
    ? `${numerator}, residents not recorded`
    : `${numerator} of ${denominator.toLocaleString('en-GB')}`;
};

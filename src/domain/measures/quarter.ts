import { addDays, addMonths, type Day, dayOf, MONTHS } from '../calendar/day.ts';

/** Three months of a calendar year, as the national return counts them: both days are included. */
export type Quarter = { readonly from: Day; readonly to: Day };

/** The quarter that holds a day. */
export function quarterOf(day: Day): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const from = dayOf(year, month - ((month - 1) % 3), 1);
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** The quarter so many before another, or after it where `count` is below nought. */
export const quarterBefore = ({ from }: Quarter, count: number): Quarter =>
  quarterOf(addMonths(from, -3 * count));

/** "July to September 2026". */
export function quarterWords({ from, to }: Quarter): string {
  const month = (day: Day) => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${month(from)} to ${month(to)} ${from.slice(0, 4)}`;
}

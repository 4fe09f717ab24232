import { type Day, isDay } from '../domain/calendar/day.ts';
import type { PageContext } from '../platform/http/context.ts';

/** The day in the address, in the three boxes of a day; today where it names none. */
export function dayAsked(
  { query, today }: Pick<PageContext, 'query' | 'today'>,
  name: string,
): Day {
  const two = (part: string) => query(`${name}-${part}`).padStart(2, '0');
  const asked = `${query(`${name}-year`)}-${two('month')}-${two('day')}`;
  return isDay(asked) ? asked : today;
}

/** A day as an address names it. */
export function boxesOf(name: string, on: Day): Record<string, string> {
  const [year = '', month = '', date = ''] = on.split('-');
  return {
    [`${name}-day`]: date.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  };
}

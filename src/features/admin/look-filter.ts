import { type Day, isDay } from '../../domain/calendar/day.ts';
import { isId } from '../../platform/http/is-id.ts';

type Query = (name: string) => string;

/** A day of a filter from its three boxes; null when it is not filled in or no such day exists. */
export function dayOf(query: Query, stem: string): Day | null {
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    query(`${stem}-${part}`).trim(),
  );
  const text = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** A page number from 1. */
export function pageOf(query: Query): number {
  const number = Number(query('page'));
  return Number.isInteger(number) && number > 1 && number < 10_000 ? number : 1;
}

/** An id given in an address, or null when it is not one. */
export const idOf = (text: string): string | null => (isId(text) ? text : null);

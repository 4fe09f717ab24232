import { addDays, type Day, weekdayOf } from '../calendar/day.ts';

/** The days that a diary shows: one, or the week from Monday to Sunday that holds it. */
export function daysShown(span: 'day' | 'week', on: Day): readonly Day[] {
  if (span === 'day') return [on];
  const monday = addDays(on, 1 - weekdayOf(on));
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

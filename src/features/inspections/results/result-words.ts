import { formatDay, isDay } from '../../../domain/calendar/day.ts';

const months = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A year, a month or a day as far as it is known, in words. */
export function dateWords(when: string | null): string {
  if (when === null) return 'Not known';
  if (isDay(when)) return formatDay(when);
  return /^\d{4}-\d\d$/.test(when) ? months.format(new Date(`${when}-01T00:00:00Z`)) : when;
}

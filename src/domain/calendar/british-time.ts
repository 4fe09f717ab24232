import { type Day, formatDay } from './day.ts';

/** A moment: a Date, or the ISO 8601 text of one. */
export type Instant = Date | string;

/** A British wall-clock time as an instant, or why there is none or more than one. */
export type BritishInstant =
  | { readonly kind: 'instant'; readonly instant: Date }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly reason: string };

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const MS_AN_HOUR = 3_600_000;

/** The British calendar day on which a moment falls. */
export function britishDay(instant: Instant): Day {
  const at = londonParts(instant);
  return `${at.year}-${at.month}-${at.day}`;
}

/** The British clock at a moment, 24 hours: 14:05. */
export function britishClock(instant: Instant): string {
  const at = londonParts(instant);
  return `${at.hour}:${at.minute}`;
}

/** A moment as British people read it: 3 October 2026 at 2:05pm. */
export function formatInstant(instant: Instant): string {
  const at = londonParts(instant);
  return `${formatDay(`${at.year}-${at.month}-${at.day}`)} at ${formatClock(`${at.hour}:${at.minute}`)}`;
}

/** A 24-hour clock in GOV.UK style: 2:05pm, 9am, midday, midnight. */
export function formatClock(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** The moment of a British day and clock; the hour that comes twice in October is its first, summer one. */
export function britishInstant(day: Day, clock: string): BritishInstant {
  const found = CLOCK.exec(clock.trim());
  if (!found) return { kind: 'invalid', reason: `“${clock}” is not a time: write it as 14:05` };
  const wanted = `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`;
  const winter = new Date(`${day}T${wanted}:00Z`);
  const summer = new Date(winter.getTime() - MS_AN_HOUR);
  for (const instant of [summer, winter]) {
    if (britishDay(instant) === day && britishClock(instant) === wanted) {
      return { kind: 'instant', instant };
    }
  }
  return {
    kind: 'skipped',
    reason: `${wanted} does not exist on ${formatDay(day)}: the clocks go forward over it`,
  };
}

// As it is written, 03/10/2026, 14:05: to ask for it in parts takes several times as long, and a list asks for hundreds.
function londonParts(instant: Instant) {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  const [day = '', month = '', year = '', hour = '', minute = ''] =
    LONDON.format(date).match(/\d+/g) ?? [];
  return { day, month, year, hour, minute };
}

import type { Day } from '../calendar/day.ts';

/** One thing in a person's own calendar: when it is and of what kind, and nothing of whom. */
export type CalendarEvent = {
  readonly id: string;
  readonly summary: string;
  /** From and to as instants, or a whole day. */
  readonly when:
    | { readonly from: Date; readonly to: Date }
    | { readonly day: Day; readonly next: Day };
  readonly isCalledOff: boolean;
  readonly link: string;
};

const stamp = (instant: Date) => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const dayStamp = (day: Day) => day.replaceAll('-', '');
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

// RFC 5545, 3.1: no line is longer than 75 octets; one that goes on begins with a blank. What is written here is ASCII.
const folded = (line: string) => line.match(/^.{1,75}|.{1,74}/g)?.join('\r\n ') ?? '';

/** Events as a calendar in the words of RFC 5545. */
export function calendarOf(name: string, events: readonly CalendarEvent[], now: Date): string {
  const lines = events.flatMap(({ id, summary, when, isCalledOff, link }) => [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp(now)}`,
    ...('day' in when
      ? [`DTSTART;VALUE=DATE:${dayStamp(when.day)}`, `DTEND;VALUE=DATE:${dayStamp(when.next)}`]
      : [`DTSTART:${stamp(when.from)}`, `DTEND:${stamp(when.to)}`]),
    `SUMMARY:${escaped(summary)}`,
    `URL:${link}`,
    ...(isCalledOff ? ['STATUS:CANCELLED', 'TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foothold//Diary//EN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...lines,
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

import { expect, test } from 'vitest';
import { calendarOf } from './calendar-feed.ts';

const now = new Date('2026-10-06T10:00:00Z');
const link = `https://foothold.example/diary?span=day&${'on-day=6&on-month=10&on-year=2026'}&and=${'x'.repeat(80)}`;
const calendar = calendarOf(
  'Foothold, diary',
  [
    {
      id: '1',
      summary: 'Appointment',
      when: { from: new Date('2026-10-06T15:15:00Z'), to: new Date('2026-10-06T16:00:00Z') },
      isCalledOff: true,
      link,
    },
    {
      id: '2',
      summary: 'Court hearing',
      when: { day: '2026-10-31', next: '2026-11-01' },
      isCalledOff: false,
      link,
    },
  ],
  now,
);

test('an appointment has its hour of the world’s time, a hearing without a time its whole day', () => {
  expect(calendar).toContain('DTSTART:20261006T151500Z\r\nDTEND:20261006T160000Z');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261031\r\nDTEND;VALUE=DATE:20261101');
  expect(calendar.match(/STATUS:CANCELLED/g)?.length).toBe(1);
});

test('every line ends as calendars ask, and none is longer than they read', () => {
  const lines = calendar.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(75);
  expect(calendar.replaceAll('\r\n ', '')).toContain(`URL:${link}`);
  expect(calendar).toContain('X-WR-CALNAME:Foothold\\, diary');
});

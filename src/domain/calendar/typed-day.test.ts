import { expect, it } from 'vitest';
import { readTypedDay } from './typed-day.ts';

const typed = (day: string, month: string, year: string) => readTypedDay({ day, month, year });

it.each([
  ['3', '11', '2026'],
  ['03', 'Nov', '2026'],
  ['3rd', 'november', ' 2026 '],
  ['\u200e3', '11\u200b', '\u200e2026'],
  ['3', 'Tachwedd', '2026'],
])('%s %s %s is 3 November 2026', (day, month, year) => {
  expect(typed(day, month, year)).toEqual({ kind: 'day', day: '2026-11-03' });
});

it('a part that is left out is named, and so is a year of two figures', () => {
  expect(typed('3', '11', '')).toEqual({ kind: 'part-missing', part: 'year' });
  expect(typed('3', '', '2026')).toEqual({ kind: 'part-missing', part: 'month' });
  expect(typed('', '', '2026')).toEqual({ kind: 'part-missing', part: 'day' });
  expect(typed('3', '', '')).toEqual({ kind: 'part-missing', part: 'month' });
  expect(typed('', '11', '')).toEqual({ kind: 'part-missing', part: 'day' });
  expect(typed('', '11', '2026')).toEqual({ kind: 'part-missing', part: 'day' });
  expect(typed('03', '11', '26')).toEqual({ kind: 'short-year' });
  expect(typed('', '', '')).toEqual({ kind: 'none' });
});

it.each([
  ['31', '2', '2026'],
  ['3', 'Foo', '2026'],
  ['3', 'N', '2026'],
  ['3', '13', '2026'],
  ['x', '11', '2026'],
  ['3', '11', '226'],
])('%s %s %s is no date', (day, month, year) => {
  expect(typed(day, month, year)).toEqual({ kind: 'impossible' });
});

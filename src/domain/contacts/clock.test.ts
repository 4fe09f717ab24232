import { expect, it, test } from 'vitest';
import { isSchoolTime, parseClock } from './clock.ts';

it.each([
  ['14:30', '14:30'],
  ['2.30pm', '14:30'],
  ['2pm', '14:00'],
  ['1430', '14:30'],
  ['930', '09:30'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  [' 9:05 AM ', '09:05'],
  ['02:30', '02:30'],
  ['2.30am', '02:30'],
  ['7.15', '07:15'],
  ['2.30', null],
  ['630', null],
  ['9', null],
  ['25:00', null],
  ['13pm', null],
  ['10:75', null],
  ['after school', null],
])('the time “%s” is read as %s', (typed, expected) => {
  expect(parseClock(typed)).toBe(expected);
});

test('a Tuesday morning is school time, half past three and Saturday are not', () => {
  expect(isSchoolTime('10:15', 2)).toBe(true);
  expect(isSchoolTime('15:30', 2)).toBe(false);
  expect(isSchoolTime('10:15', 6)).toBe(false);
});

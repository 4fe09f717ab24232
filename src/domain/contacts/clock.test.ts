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
  ['10:59', '10:59'],
  ['10:60', null],
  ['23:00', '23:00'],
  ['24:00', null],
  ['0:15', '00:15'],
  ['0am', null],
  ['1am', '01:00'],
  ['12.30pm', '12:30'],
  ['11pm', '23:00'],
  ['6.30', null],
  ['7.30', '07:30'],
  ['1.30', null],
  ['after school', null],
])('the time “%s” is read as %s', (typed, expected) => {
  expect(parseClock(typed)).toBe(expected);
});

test('a Tuesday morning is school time, half past three and Saturday are not', () => {
  expect(isSchoolTime('10:15', 2)).toBe(true);
  expect(isSchoolTime('15:30', 2)).toBe(false);
  expect(isSchoolTime('10:15', 6)).toBe(false);
  expect(isSchoolTime('15:29', 5)).toBe(true);
  expect(isSchoolTime('08:45', 1)).toBe(true);
  expect(isSchoolTime('08:44', 1)).toBe(false);
});

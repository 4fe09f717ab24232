import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttendanceCode, type HeldContact, isReasonFitting, missedRun } from './attendance.ts';
import { expectedAMonth, frequencyFrom } from './frequency.ts';

const on = (day: number, attendance: AttendanceCode | null): HeldContact => ({
  on: `2026-10-${String(day).padStart(2, '0')}`,
  attendance,
});

describe('contacts missed in a row', () => {
  test('one missed is no warning, two are', () => {
    expect(missedRun([on(1, 'attended'), on(5, 'unacceptable-absence')]).isWarning).toBe(false);
    expect(
      missedRun([on(1, 'attended'), on(5, 'unacceptable-absence'), on(8, 'unacceptable-absence')]),
    ).toEqual({ missed: 2, since: '2026-10-05', isWarning: true });
  });

  test('coming once ends the run', () => {
    const contacts = [
      on(1, 'unacceptable-absence'),
      on(3, 'unacceptable-absence'),
      on(5, 'attended'),
    ];
    expect(missedRun(contacts)).toEqual({ missed: 0, since: null, isWarning: false });
  });

  test('illness between two missed contacts neither counts nor hides them', () => {
    const contacts = [
      on(1, 'unacceptable-absence'),
      on(3, 'acceptable-absence'),
      on(4, 'cancelled-by-service'),
      on(5, 'unacceptable-absence'),
    ];
    expect(missedRun(contacts)).toMatchObject({ missed: 2, isWarning: true });
  });

  test('a contact still planned is not missed', () => {
    expect(missedRun([on(1, 'unacceptable-absence'), on(30, null)]).missed).toBe(1);
  });

  test('a service may warn after one', () => {
    expect(missedRun([on(1, 'unacceptable-absence')], 1).isWarning).toBe(true);
  });
});

test('the order in which contacts were typed makes no difference', () => {
  const code = fc.constantFrom<AttendanceCode>(
    'attended',
    'acceptable-absence',
    'unacceptable-absence',
    'cancelled-by-service',
    'not-required',
  );
  const contacts = fc
    .array(code, { maxLength: 20 })
    .map((codes) => codes.map((attendance, index) => on(index + 1, attendance)));
  fc.assert(
    fc.property(contacts, (list) => {
      expect(missedRun([...list].reverse())).toEqual(missedRun(list));
    }),
  );
});

test('an accepted reason never stands beside an absence without good reason', () => {
  const ill = { code: 'ill', label: 'Ill', isAcceptable: true };
  const forgot = { code: 'forgot', label: 'Forgot', isAcceptable: false };
  expect(isReasonFitting('acceptable-absence', ill)).toBe(true);
  expect(isReasonFitting('unacceptable-absence', ill)).toBe(false);
  expect(isReasonFitting('acceptable-absence', forgot)).toBe(false);
  expect(isReasonFitting('attended', forgot)).toBe(true);
});

test('twelve weeks of eight contacts a month, then four', () => {
  const intensive = frequencyFrom({
    code: 'intensive',
    label: 'Intensive',
    attributes: { first_12_weeks: '8', after: '4', unit: 'contacts a month' },
    source: 'test',
    confidence: 'local example',
    validFrom: null,
    validTo: null,
  });
  expect(expectedAMonth(intensive, '2026-01-01', '2026-03-25')).toBe(8);
  expect(expectedAMonth(intensive, '2026-01-01', '2026-03-26')).toBe(4);
});

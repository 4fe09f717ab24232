import { describe, expect, it } from 'vitest';
import { readReference } from '../../platform/files/read-reference.ts';
import { weekdayOf } from '../calendar/day.ts';
import { asBefore, fellShort, weekFaults } from './education-week.ts';
import {
  bornBetween,
  entitledTo,
  entitlementOf,
  leavingDay,
  mondayOf,
  yearBegan,
} from './entitlement.ts';

const rules = readReference('education_entitlement.csv', [
  'code',
  'label',
  'ages',
  'hours',
  'source',
  'confidence',
]).map(({ ages, hours, ...row }) =>
  entitlementOf({ ...row, attributes: { ages, hours }, validFrom: null, validTo: null }),
);
const hoursOf = (dateOfBirth: string | null, week: string, planHours: number | null = null) =>
  entitledTo(rules, { dateOfBirth, week, planHours })?.hours;

describe('what a child is entitled to in a week', () => {
  it.each([
    ['2015-09-01', '2026-10-05', 23.5],
    ['2015-08-31', '2026-10-05', 24],
    ['2012-03-10', '2026-10-05', 24],
    ['2011-03-10', '2026-10-05', 25],
    ['2009-03-10', '2026-10-05', 16],
    ['2008-08-31', '2026-10-05', undefined],
    [null, '2026-10-05', undefined],
  ])('of somebody born on %s in the week of %s is %s hours', (born, week, hours) => {
    expect(hoursOf(born, week)).toBe(hours);
  });

  it('lasts for whoever is 16 in September until the last Friday of the next June', () => {
    expect(hoursOf('2010-09-10', '2027-06-21')).toBe(25);
    expect(hoursOf('2010-09-10', '2027-06-28')).toBeUndefined();
    expect(hoursOf('2010-08-20', '2026-09-07')).toBe(16);
  });

  it('is what a plan for special needs names, where it names hours', () => {
    expect(hoursOf('2012-03-10', '2026-10-05', 12)).toBe(12);
    expect(hoursOf('2001-03-10', '2026-10-05', 12)).toBeUndefined();
  });

  it('says of every row where it is from, and that it is to be checked locally', () => {
    expect(rules.every(({ source, mustCheck }) => source !== '' && mustCheck)).toBe(true);
  });

  it('is asked of all who are of age in the week, and of nobody else', () => {
    expect(bornBetween(rules, '2026-10-05')).toEqual(['2008-09-01', '2021-08-31']);
    expect(bornBetween(rules, '2026-08-03')).toEqual(['2007-09-01', '2020-08-31']);
  });

  it('reckons weeks from Mondays, years from the end of August and leaving from a Friday in June', () => {
    expect(mondayOf('2026-10-11')).toBe('2026-10-05');
    expect(mondayOf('2026-10-05')).toBe('2026-10-05');
    expect(yearBegan('2026-08-31')).toBe('2025-08-31');
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const day = leavingDay(`${year}-08-31`);
      expect(weekdayOf(day)).toBe(5);
      expect(day >= `${year + 1}-06-24` && day <= `${year + 1}-06-30`).toBe(true);
    }
  });
});

describe('what is said of a week', () => {
  const said = { offered: '25', attended: '25', barrier: null, next: null };

  it('falls short where less was offered or attended than is expected, and is unknown where nobody could say', () => {
    expect(fellShort({ expected: 25, offered: 25, attended: 25 })).toBe(false);
    expect(fellShort({ expected: 25, offered: 10, attended: 10 })).toBe(true);
    expect(fellShort({ expected: 25, offered: 25, attended: 24.5 })).toBe(true);
    expect(fellShort({ expected: 25, offered: null, attended: null })).toBeNull();
    expect(fellShort({ expected: null, offered: 0, attended: 0 })).toBeNull();
  });

  it('asks for what is in the way and what is done next where it falls short, and for nothing more where it does not', () => {
    expect(weekFaults(said, 25, '')).toEqual([]);
    expect(weekFaults({ ...said, attended: '4' }, 25, '').map(({ column }) => column)).toEqual([
      'barrier',
      'next',
    ]);
    expect(
      weekFaults({ offered: '10', attended: '4', barrier: 'ill', next: 'Ring them' }, 25, ''),
    ).toEqual([]);
  });

  it('cannot be more hours attended than offered, nor some hours and not the others', () => {
    expect(weekFaults({ ...said, offered: '5' }, 25, '')[0]?.column).toBe('attended');
    expect(weekFaults({ ...said, attended: null }, 25, '')[0]?.column).toBe('attended');
  });

  it('has no more than one figure after the point', () => {
    expect(weekFaults({ ...said, offered: '25.25' }, 25, '')[0]?.column).toBe('offered');
    expect(weekFaults({ ...said, offered: '25.5' }, 25, '')).toEqual([]);
  });

  it('needs no hours where nobody could say, or the school is closed', () => {
    const nothing = { offered: null, attended: null, barrier: 'closed', next: null };
    expect(weekFaults(nothing, 25, 'none-due')).toEqual([]);
    expect(weekFaults({ ...nothing, barrier: 'no-answer' }, 25, 'not-known')).toEqual([]);
  });

  it('is last week again but for what is typed', () => {
    const before = { offered: '25', attended: '10', barrier: 'ill', next: 'Ring them' };
    expect(asBefore({ offered: null, attended: '12', barrier: null, next: null }, before)).toEqual({
      ...before,
      attended: '12',
    });
  });
});

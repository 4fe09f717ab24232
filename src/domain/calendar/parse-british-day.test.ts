import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatShortDay } from './day.ts';
import { parseBritishDay } from './parse-british-day.ts';

const pivot = '2026-10-31';

describe('reading a date as it is written in Britain', () => {
  it.each([
    ['7/1/2014', '2014-01-07'],
    ['17.08.2012', '2012-08-17'],
    ['2013-11-03', '2013-11-03'],
    ['15/02/14', '2014-02-15'],
    ['10/11/09', '2009-11-10'],
    ['31/10/26', '2026-10-31'],
    ['01/11/26', '1926-11-01'],
    ['12-05-2011', '2011-05-12'],
    ['3 Oct 2026', '2026-10-03'],
    ['3rd October, 2026', '2026-10-03'],
    ['3-Sept-26', '2026-09-03'],
    ['1 May 2011', '2011-05-01'],
    [' 03/10/2026 14:30 ', '2026-10-03'],
    ['2026-10-03T00:00:00.000Z', '2026-10-03'],
    ['29/02/2012', '2012-02-29'],
    ['04/03/2011 12:00:00 AM', '2011-03-04'],
    ['12/05/2026 11:45 pm', '2026-05-12'],
    ['\u200e04/\u200e03/\u200e2011', '2011-03-04'],
    ['2011-06-14T23:00:00Z', '2011-06-15'],
    ['2011-12-14T23:00:00Z', '2011-12-14'],
    ['2026-05-11 23:30:00.0000000+00:00', '2026-05-12'],
    ['2011-06-15T00:00:00+01:00', '2011-06-15'],
    ['2026-05-20 00:00:00.0000000', '2026-05-20'],
    ['Friday 4 March 2011', '2011-03-04'],
    ['3 Tachwedd 2026', '2026-11-03'],
  ])('%s is %s', (text, day) => {
    expect(parseBritishDay(text, { pivot })).toEqual({ kind: 'day', day });
  });

  it.each([
    ['31/02/2011', 'February 2011 has 28 days'],
    ['29/02/11', 'February 2011 has 28 days'],
    ['10/25/2026', 'the day comes first'],
    ['40892', 'format the column as a date'],
    ['soon', 'is not a date'],
    ['3 Foo 2026', 'no such month'],
    ['', 'No date is given'],
  ])('%s is refused, and the reason says how to mend it', (text, part) => {
    const parsed = parseBritishDay(text, { pivot });
    expect(parsed.kind).toBe('invalid');
    expect(parsed.kind === 'invalid' && parsed.reason).toContain(part);
    expect(parsed.kind === 'invalid' && parsed.reason).toContain('for example 03/10/2026');
  });

  it('reads back whatever we write', () => {
    const anyDay = fc
      .integer({ min: 0, max: 40_000 })
      .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseBritishDay(formatDay(day), { pivot })).toEqual({ kind: 'day', day });
        expect(parseBritishDay(formatShortDay(day), { pivot })).toEqual({ kind: 'day', day });
        expect(parseBritishDay(day, { pivot })).toEqual({ kind: 'day', day });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  britishClock,
  britishDay,
  britishInstant,
  formatClock,
  formatInstant,
} from './british-time.ts';
import { addDays } from './day.ts';

describe('British time', () => {
  it('late on a summer evening in universal time is already tomorrow in Britain', () => {
    expect(britishDay('2026-07-01T23:30:00Z')).toBe('2026-07-02');
    expect(britishDay('2026-12-01T23:30:00Z')).toBe('2026-12-01');
    expect(britishClock('2026-07-01T23:30:00Z')).toBe('00:30');
  });

  it('is written as GOV.UK writes it', () => {
    expect(formatInstant('2026-10-03T13:05:00Z')).toBe('3 October 2026 at 2:05pm');
    expect(['00:00', '12:00', '09:00', '00:30', '12:01'].map(formatClock)).toEqual([
      'midnight',
      'midday',
      '9am',
      '12:30am',
      '12:01pm',
    ]);
  });

  it('a clock on a day is a moment, in summer one hour earlier than universal time', () => {
    expect(britishInstant('2026-07-02', '00:30')).toEqual({
      kind: 'instant',
      instant: new Date('2026-07-01T23:30:00Z'),
    });
    expect(britishInstant('2026-12-02', '9.15')).toEqual({
      kind: 'instant',
      instant: new Date('2026-12-02T09:15:00Z'),
    });
  });

  it('the hour that the clocks skip does not exist', () => {
    expect(britishInstant('2026-03-29', '01:30').kind).toBe('skipped');
  });

  it('the hour that comes twice is its first', () => {
    expect(britishInstant('2026-10-25', '01:30')).toEqual({
      kind: 'instant',
      instant: new Date('2026-10-25T00:30:00Z'),
    });
  });

  it('text that is not a time is refused', () => {
    expect(britishInstant('2026-10-25', '25:00').kind).toBe('invalid');
  });

  it('every day and time that exists leads to a moment and back, and those of the next day come later', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30', '59'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    // Around the days on which the clocks change, and around leap days.
    const day = fc
      .tuple(
        fc.constantFrom('2024-02-28', '2026-03-28', '2026-10-24', '2028-02-28', '2028-03-25'),
        fc.integer({ min: 0, max: 3 }),
      )
      .map(([from, days]) => addDays(from, days));
    fc.assert(
      fc.property(day, clock, clock, (on, first, second) => {
        const found = britishInstant(on, first);
        if (found.kind !== 'instant') {
          expect([found.kind, first.slice(0, 2)]).toEqual(['skipped', '01']);
          return;
        }
        expect([britishDay(found.instant), britishClock(found.instant)]).toEqual([on, first]);
        const later = britishInstant(addDays(on, 1), second);
        if (later.kind === 'instant') expect(later.instant > found.instant).toBe(true);
      }),
    );
  });
});

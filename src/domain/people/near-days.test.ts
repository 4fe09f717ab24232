import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { birthRelation } from './birth-relation.ts';
import { nearDays } from './near-days.ts';

describe('days that one slip makes of a date of birth', () => {
  it('finds the day itself, a changed digit, two digits turned and day and month swapped', () => {
    const near = nearDays('2011-02-13');
    expect(near).toContain('2011-02-13');
    expect(near).toContain('2011-02-12');
    expect(near).toContain('2012-02-13');
    expect(nearDays('2011-05-04')).toContain('2011-04-05');
    expect(near).not.toContain('2011-02-31');
    expect(near).not.toContain('2111-02-13');
    expect(nearDays('1999-02-13')).toContain('1990-02-13');
  });

  it('leaves out no day that comparing two children would call the same or a slip', () => {
    const day = fc.integer({ min: 0, max: 7000 }).map((days) => addDays('2005-01-01', days));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const isNear = birthRelation(a, b).relation !== 'different';
        expect(nearDays(a).includes(b)).toBe(isNear);
      }),
      { numRuns: 3000 },
    );
  });
});

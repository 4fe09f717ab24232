import type { Day } from '../calendar/day.ts';
import { partsOf } from '../calendar/day.ts';
import { slipsBetween } from './likeness.ts';
import type { Related } from './name-relation.ts';

/** How two dates of birth stand to each other; a slip is one mistake of a typing hand. */
export type BirthRelation = 'same' | 'slip' | 'unknown' | 'different';

/** Compares two dates of birth as they were typed, day first. */
export function birthRelation(a: Day | null, b: Day | null): Related<BirthRelation> {
  if (a === null || b === null) {
    return { relation: 'unknown', reason: 'Date of birth not known for both' };
  }
  if (a === b) return { relation: 'same', reason: 'Same date of birth' };
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.year === right.year && left.month === right.date && left.date === right.month) {
    return { relation: 'slip', reason: 'Day and month of birth swapped' };
  }
  const slips = slipsBetween(a, b);
  if (slips === 1) {
    const isTurned = [...a].sort().join('') === [...b].sort().join('');
    return {
      relation: 'slip',
      reason: isTurned
        ? 'Two digits of the date of birth changed round'
        : 'Dates of birth differ in one digit',
    };
  }
  return { relation: 'different', reason: 'Different dates of birth' };
}

import type { Day } from '../calendar/day.ts';
import type { Related } from './name-relation.ts';

/** How two dates of birth stand to each other; a slip is one mistake of a typing hand. */
export type BirthRelation = 'same' | 'slip' | 'unknown' | 'different';

/** Compares two dates of birth as they were typed, day first. */
export function birthRelation(a: Day | null, b: Day | null): Related<BirthRelation> {
  if (a === null || b === null) {
    return { relation: 'unknown', reason: 'Date of birth not known for both' };
  }
  if (a === b) return { relation: 'same', reason: 'Same date of birth' };
  if (b === `${a.slice(0, 4)}-${a.slice(8, 10)}-${a.slice(5, 7)}`) {
    return { relation: 'slip', reason: 'Day and month of birth swapped' };
  }
  const [first, second, third] = changedPlaces(a, b);
  if (second === undefined) {
    return { relation: 'slip', reason: 'Dates of birth differ in one digit' };
  }
  if (
    first === second - 1 &&
    third === undefined &&
    a[first] === b[second] &&
    a[second] === b[first]
  ) {
    return { relation: 'slip', reason: 'Two digits of the date of birth changed round' };
  }
  return { relation: 'different', reason: 'Different dates of birth' };
}

/** Where two dates differ, the first three places: more are never a slip. */
function changedPlaces(a: Day, b: Day): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < a.length && places.length < 3; index += 1) {
    if (a[index] !== b[index]) places.push(index);
  }
  return places;
}

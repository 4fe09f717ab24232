import { isNearlySpelt } from './likeness.ts';
import { isNicknameOf, isSpellingOf } from './nicknames.ts';
import { joinedName, nameWords } from './normalise-name.ts';
import type { PersonFacts } from './person.ts';
import { soundsAlike } from './sounds.ts';

/** How two names stand to each other, from the closest. */
export type NameRelation =
  | 'same'
  | 'swapped'
  | 'known-variant'
  | 'nickname'
  | 'near'
  | 'surname-only'
  | 'forename-only'
  | 'unknown'
  | 'different';

/** A relation and the plain sentence that says it. */
export type Related<Relation extends string> = {
  readonly relation: Relation;
  readonly reason: string | null;
};

type PartLikeness = 'same' | 'known' | 'nickname' | 'near' | 'different';

/** Compares two whole names, surname with surname, forename with forename, and crosswise. */
export function nameRelation(a: PersonFacts, b: PersonFacts): Related<NameRelation> {
  const [surnameA, forenameA] = [a.surname ?? '', a.forename ?? ''];
  const [surnameB, forenameB] = [b.surname ?? '', b.forename ?? ''];
  if ([surnameA, forenameA, surnameB, forenameB].some((part) => joinedName(part) === '')) {
    return incomplete(a, b);
  }
  const surname = compareSurnames(surnameA, surnameB);
  // Under another surname only the very same forename counts, so nothing finer is looked for.
  const isOtherSurname = surname === 'different';
  const forename =
    isOtherSurname && !isSameForename(forenameA, forenameB)
      ? 'different'
      : compareForenames(forenameA, forenameB);
  if (surname !== 'different' && forename !== 'different') return together(surname, forename);
  if (isSwapped(a, b)) return { relation: 'swapped', reason: 'Surname and forename swapped' };
  if (sharesOtherName(a, b) || sharesOtherName(b, a)) {
    return { relation: 'known-variant', reason: 'Recorded under this name before' };
  }
  if (surname === 'same' || surname === 'known') {
    return { relation: 'surname-only', reason: 'Same surname, different forename' };
  }
  if (forename === 'same') {
    return { relation: 'forename-only', reason: 'Same forename, different surname' };
  }
  return { relation: 'different', reason: null };
}

/** With a part missing, the part that both have must not speak against them. */
function incomplete(a: PersonFacts, b: PersonFacts): Related<NameRelation> {
  const surnames = [a.surname ?? '', b.surname ?? ''] as const;
  const forenames = [a.forename ?? '', b.forename ?? ''] as const;
  const isAgainst =
    (surnames.every((name) => joinedName(name) !== '') &&
      compareSurnames(...surnames) === 'different') ||
    (forenames.every((name) => joinedName(name) !== '') &&
      compareForenames(...forenames) === 'different');
  if (isAgainst) return { relation: 'different', reason: null };
  return { relation: 'unknown', reason: 'A part of one name is missing' };
}

function together(surname: PartLikeness, forename: PartLikeness): Related<NameRelation> {
  if (surname === 'same' && forename === 'same') return { relation: 'same', reason: 'Same name' };
  if (forename === 'same' && surname === 'known') {
    return { relation: 'known-variant', reason: 'Same forename, and the surnames share a part' };
  }
  if (forename === 'same') {
    return {
      relation: 'known-variant',
      reason: 'Same forename, and the surnames are spelt nearly alike',
    };
  }
  if (surname === 'same' && forename === 'known') {
    return {
      relation: 'known-variant',
      reason: 'Same surname, and the forenames are one name spelt two ways',
    };
  }
  if (surname === 'same' && forename === 'nickname') {
    return {
      relation: 'nickname',
      reason: 'Same surname, and one forename may be short for the other',
    };
  }
  return { relation: 'near', reason: 'Names sound or are spelt nearly alike' };
}

/** Whether two surnames may be one: the same, with a part in common, or nearly spelt or said alike. */
export function areSurnamesNear(a: string, b: string): boolean {
  return compareSurnames(a, b) !== 'different';
}

function compareSurnames(a: string, b: string): PartLikeness {
  if (joinedName(a) === joinedName(b)) return 'same';
  const words = new Set(nameWords(a));
  // One part of a double-barrelled name.
  if (nameWords(b).some((word) => word.length > 2 && words.has(word))) return 'known';
  return isNear(a, b) ? 'near' : 'different';
}

function isSameForename(a: string, b: string): boolean {
  if (joinedName(a) === joinedName(b)) return true;
  const [firstA = '', ...restA] = nameWords(a);
  const [firstB = '', ...restB] = nameWords(b);
  // A middle name that only one side gives is no difference.
  return firstA === firstB && (restA.length === 0 || restB.length === 0);
}

function compareForenames(a: string, b: string): PartLikeness {
  if (isSameForename(a, b)) return 'same';
  const [firstA = ''] = nameWords(a);
  const [firstB = ''] = nameWords(b);
  if (isSpellingOf(a, b) || isSpellingOf(firstA, firstB)) return 'known';
  if (isNicknameOf(a, b) || isNicknameOf(firstA, firstB)) return 'nickname';
  return isNear(firstA, firstB) ? 'near' : 'different';
}

function isNear(a: string, b: string): boolean {
  const [left, right] = [joinedName(a), joinedName(b)];
  if (isNearlySpelt(left, right)) return true;
  // A sound key alone is too coarse: Reuben and Robin share one. The first letter must agree too.
  return (
    left[0] === right[0] && Math.min(left.length, right.length) >= 5 && soundsAlike(left, right)
  );
}

function isSwapped(a: PersonFacts, b: PersonFacts): boolean {
  const crossed = { surname: b.forename ?? '', forename: b.surname ?? '' };
  const surname = compareSurnames(a.surname ?? '', crossed.surname);
  return joinedName(a.forename ?? '') === joinedName(crossed.forename) && surname === 'same';
}

function sharesOtherName(a: PersonFacts, b: PersonFacts): boolean {
  if (!a.alsoKnownAs?.length) return false;
  const whole = joinedName(`${b.forename} ${b.surname}`);
  const turned = joinedName(`${b.surname} ${b.forename}`);
  return (a.alsoKnownAs ?? []).some((other) => {
    const known = joinedName(other);
    const asSurname = joinedName(`${a.forename} ${other}`);
    const asForename = joinedName(`${other} ${a.surname}`);
    return [known, asSurname, asForename].some((name) => name === whole || name === turned);
  });
}

import type { Day } from '../calendar/day.ts';
import { birthRelation } from './birth-relation.ts';
import { addressOfHome } from './contact-points.ts';
import { joinedName, nameWords, normaliseName } from './normalise-name.ts';
import type { Identifier, PersonFacts } from './person.ts';
import { identifierToMatch } from './read-identifier.ts';

/** What can be compared at a glance, made once for each person when many are compared with many. */
export type QuickLook = {
  readonly born: Day | null;
  readonly address: string;
  readonly numbers: readonly string[];
  /** Surname and forename in order of the alphabet, so that swapped names are the same. */
  readonly names: string;
  readonly surname: string;
  /** Forms of the forenames of which two who have the same forename share one. */
  readonly forenames: readonly string[];
  /** The whole name in both orders, without gaps; of somebody with other names those too. */
  readonly wholes: readonly string[];
  readonly isNamePartial: boolean;
};

/** Makes the quick look of a person. */
export function quickLook(person: PersonFacts): QuickLook {
  const [surname, forename] = [person.surname ?? '', person.forename ?? ''];
  const names = [joinedName(surname), joinedName(forename)];
  const others = (person.alsoKnownAs ?? []).flatMap((other) => [
    joinedName(other),
    joinedName(`${forename} ${other}`),
    joinedName(`${other} ${surname}`),
  ]);
  return {
    surname: normaliseName(surname),
    forenames: [...new Set([joinedName(forename), nameWords(forename)[0] ?? ''])],
    wholes: [
      ...new Set([
        joinedName(`${forename} ${surname}`),
        joinedName(`${surname} ${forename}`),
        ...others,
      ]),
    ],
    isNamePartial: names.includes(''),
    born: person.dateOfBirth,
    address: addressOfHome(person.address ?? ''),
    numbers: numbersOf(person),
    names: names.sort().join(' '),
  };
}

/**
 * Without a shared number, two people whose dates of birth plainly differ can only be told
 * "different" unless they live at one address: those need no whole comparison.
 */
export function mayBeOne(a: QuickLook, b: QuickLook): boolean {
  return (
    birthRelation(a.born, b.born).relation !== 'different' ||
    (a.address !== '' &&
      b.address !== '' &&
      (a.address.startsWith(b.address) || b.address.startsWith(a.address))) ||
    a.numbers.some((number) => b.numbers.includes(number))
  );
}

/** Twins share a birthday, namesakes a name; nobody else can be either. */
export function mayBeKin(a: QuickLook, b: QuickLook): boolean {
  return a.born === b.born || a.names === b.names;
}

/** The numbers of a person with their kinds, as they are compared; what is no number or cannot be one is left out. */
export function numbersOf(person: PersonFacts): readonly string[] {
  return (person.identifiers ?? []).flatMap((each) => numberKey(each) ?? []);
}

/** One number with its kind, as it is compared. */
export function numberKey({ kind, value }: Identifier): string | null {
  return identifierToMatch(kind, value);
}

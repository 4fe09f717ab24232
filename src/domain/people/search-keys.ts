import { readPhone, readPostcode } from './contact-points.ts';
import { nicknameKeys } from './nicknames.ts';
import { joinedName, nameWords, normaliseName } from './normalise-name.ts';
import type { PersonFacts } from './person.ts';
import { nameSoundKeys } from './sounds.ts';

/** What the database keeps beside a person so that one box finds them; all in compared form. */
export type SearchKeys = {
  /** Every name in both orders, for prefix and trigram search. */
  readonly nameSearch: string;
  /** Sound keys of every word of every name. */
  readonly nameSounds: readonly string[];
  /** Keys of the names that the forenames may stand for. */
  readonly nicknames: readonly string[];
  /** Postcodes without their space. */
  readonly postcodes: readonly string[];
  /** Phone numbers with country, digits only. */
  readonly phones: readonly string[];
  /** Identifiers, capitals and digits only. */
  readonly identifiers: readonly string[];
};

/** The search keys of a person, made again whenever a name, number or home changes. */
export function searchKeys(person: PersonFacts): SearchKeys {
  const surname = person.surname ?? '';
  const forename = person.forename ?? '';
  const others = person.alsoKnownAs ?? [];
  const names = [surname, forename, ...others];
  const postcode = readPostcode(person.postcode ?? '');
  return {
    nameSearch: unique([
      normaliseName(`${forename} ${surname}`),
      normaliseName(`${surname} ${forename}`),
      ...others.map(normaliseName),
      ...names.filter((name) => nameWords(name).length > 1).map(joinedName),
    ]).join(' | '),
    nameSounds: unique(names.flatMap(nameSoundKeys)),
    nicknames: unique([forename, ...others].flatMap(nicknameKeys)),
    postcodes: postcode.kind === 'read' ? [postcode.value.replace(' ', '')] : [],
    phones: unique(
      (person.phones ?? [])
        .map(readPhone)
        .flatMap((read) => (read.kind === 'read' ? [read.value] : [])),
    ),
    identifiers: unique((person.identifiers ?? []).map(({ value }) => identifierKey(value))),
  };
}

/** An identifier as it is compared: capitals and digits only (01EM/4025/26 becomes 01EM402526). */
export function identifierKey(value: string): string {
  return value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

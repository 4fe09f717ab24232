import { formatDay } from '../calendar/day.ts';
import { capitalised } from '../text/capitalised.ts';
import { birthRelation } from './birth-relation.ts';
import { displayName } from './display-name.ts';
import { isNearlySpelt } from './likeness.ts';
import { isNicknameOf } from './nicknames.ts';
import { nameWords } from './normalise-name.ts';
import type { QueryPart } from './parse-query.ts';
import type { PersonFacts } from './person.ts';
import { searchKeys } from './search-keys.ts';
import { soundsAlike } from './sounds.ts';

type NamePlace = 'surname' | 'forename' | 'another name';
type KnownName = { readonly place: NamePlace; readonly whole: string; readonly word: string };
type WordHit = { readonly place: NamePlace; readonly reason: string };

/** Why a person is among the results, a sentence for each part of the query that fits. */
export function explainHit(query: readonly QueryPart[], person: PersonFacts): readonly string[] {
  return query.flatMap((part) => explainPart(part, person));
}

function explainPart(part: QueryPart, person: PersonFacts): readonly string[] {
  const keys = searchKeys(person);
  switch (part.kind) {
    case 'dob': {
      const { relation, reason } = birthRelation(part.day, person.dateOfBirth);
      if (relation === 'same') return [`Born on ${formatDay(part.day)}`];
      if (relation !== 'slip' || person.dateOfBirth === null) return [];
      return [`Born on ${formatDay(person.dateOfBirth)}: ${reason}`];
    }
    case 'postcode':
      return keys.postcodes.includes(part.postcode.replace(' ', ''))
        ? [`Postcode ${part.postcode}`]
        : [];
    case 'phone':
      return keys.phones.includes(part.phone) ? ['This phone number'] : [];
    case 'identifier':
      return explainIdentifier(part.identifier, person);
    case 'name':
      return explainName(part.words, person);
  }
}

function explainIdentifier(wanted: string, person: PersonFacts): readonly string[] {
  return (person.identifiers ?? [])
    .map((each) => ({
      ...each,
      key: searchKeys({ ...person, identifiers: [each] }).identifiers[0] ?? '',
    }))
    .filter(({ key }) => key.startsWith(wanted))
    .map(({ kind, value, key }) =>
      key === wanted ? `${kind} number ${value}` : `${kind} number ${value} begins like this`,
    );
}

function explainName(words: readonly string[], person: PersonFacts): readonly string[] {
  const known = knownNames(person);
  const hits = words.flatMap((word) => {
    const hit = explainWord(word, known);
    return hit ? [hit] : [];
  });
  const places = hits.map((hit) => hit.place);
  const isSwapped =
    places.includes('surname') &&
    places.includes('forename') &&
    places.indexOf('surname') < places.indexOf('forename');
  const reasons = [...new Set(hits.map((hit) => hit.reason))];
  return isSwapped ? [...reasons, 'Surname given before forename'] : reasons;
}

function explainWord(wanted: string, names: readonly KnownName[]): WordHit | null {
  const tests: readonly [(name: KnownName) => boolean, (name: KnownName) => string][] = [
    [({ word }) => word === wanted, ({ place, whole }) => `${capitalised(place)} is ${whole}`],
    [
      ({ word }) => word.startsWith(wanted),
      ({ place, whole }) => `${capitalised(place)} ${whole} begins with “${wanted}”`,
    ],
    [
      ({ place, word }) => place !== 'surname' && isNicknameOf(word, wanted),
      ({ whole }) => `“${displayName(wanted)}” may be another form of ${whole}`,
    ],
    [
      ({ word }) => isNearlySpelt(word, wanted),
      ({ place, whole }) => `${capitalised(place)} ${whole} is spelt nearly like “${wanted}”`,
    ],
    [
      ({ word }) => soundsAlike(word, wanted),
      ({ place, whole }) => `${capitalised(place)} ${whole} sounds like “${wanted}”`,
    ],
    [
      ({ word }) => wanted.length >= 3 && word.includes(wanted),
      ({ place, whole }) => `${capitalised(place)} ${whole} holds “${wanted}”`,
    ],
  ];
  for (const [fits, say] of tests) {
    const name = names.find(fits);
    if (name) return { place: name.place, reason: say(name) };
  }
  return null;
}

function knownNames(person: PersonFacts): readonly KnownName[] {
  const of = (place: NamePlace, text: string) =>
    nameWords(text).map((word) => ({ place, whole: displayName(text), word }));
  return [
    ...of('forename', person.forename ?? ''),
    ...of('surname', person.surname ?? ''),
    ...(person.alsoKnownAs ?? []).flatMap((name) => of('another name', name)),
  ];
}

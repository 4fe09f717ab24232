import { formatDay } from '../../domain/calendar/day.ts';
import { explainHit } from '../../domain/people/explain-hit.ts';
import type { QueryPart } from '../../domain/people/parse-query.ts';
import type { PersonFacts } from '../../domain/people/person.ts';
import type { FoundChild } from './search.queries.ts';

/** A found child as the rules of likeness read them. */
export function factsOf(child: FoundChild): PersonFacts {
  const home = child.addresses.find(({ live }) => live);
  return {
    forename: child.forename,
    surname: child.surname,
    alsoKnownAs: [...(child.known_as ? [child.known_as] : []), ...child.other_names],
    dateOfBirth: child.date_of_birth,
    sex: child.sex,
    address: home?.lines ?? null,
    postcode: home?.postcode ?? null,
    phones: child.phones,
    identifiers: [{ kind: 'Record', value: child.number }, ...child.identifiers],
  };
}

/** Sentences that say why a child is among the results; never empty, and never from what the reader may not see. */
export function whyFound(parts: readonly QueryPart[], child: FoundChild): readonly string[] {
  const reasons = [
    ...explainHit(parts, factsOf(child)),
    ...parts.flatMap((part) => fromStartOf(part, child)),
  ];
  if (reasons.length > 0) return [...new Set(reasons)];
  return [
    child.date_of_birth
      ? `Near to what you typed (born ${formatDay(child.date_of_birth)})`
      : 'Near to what you typed',
  ];
}

// The rules explain whole postcodes, telephones and numbers; the search also takes the beginning of one.
function fromStartOf(part: QueryPart, child: FoundChild): readonly string[] {
  if (part.kind !== 'identifier' && part.kind !== 'postcode') return [];
  const key = part.kind === 'identifier' ? part.identifier : part.postcode.replace(' ', '');
  const homes = child.addresses
    .filter(({ postcode }) => postcode?.replace(' ', '').startsWith(key))
    .map(({ postcode, live }) =>
      live ? `Postcode ${postcode}` : `Lived at postcode ${postcode} before`,
    );
  const digits = key.replace(/^0/, '44');
  const isTelephone =
    /^0\d{3,}$/.test(key) &&
    child.phones.some((phone) => phone.replace(/\D/g, '').replace(/^0/, '44').startsWith(digits));
  const isOwnNumber =
    /^\d{1,6}$/.test(key) && Number(child.number.split('-').at(-1)) === Number(key);
  return [
    ...homes,
    ...(isTelephone ? ['A telephone number begins like this'] : []),
    ...(isOwnNumber ? [`Record number ${child.number}`] : []),
  ];
}

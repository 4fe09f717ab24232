import { addressOfHome, isSameAddress, postcodeOfHome } from './contact-points.ts';
import type { Related } from './name-relation.ts';
import type { PersonFacts } from './person.ts';

/** How two homes stand to each other. A shared postcode alone is weak: a whole street has it. */
export type PlaceRelation = 'same-address' | 'same-postcode' | 'unknown' | 'different';

/** Compares where two people are said to live. */
export function placeRelation(a: PersonFacts, b: PersonFacts): Related<PlaceRelation> {
  const postcodeA = postcodeOfHome(a.postcode ?? '');
  const postcodeB = postcodeOfHome(b.postcode ?? '');
  const arePostcodesKnown = postcodeA !== null && postcodeB !== null;
  const isPostcodeSame = arePostcodesKnown && postcodeA === postcodeB;
  const hasAddresses =
    addressOfHome(a.address ?? '') !== '' && addressOfHome(b.address ?? '') !== '';
  if (isSameAddress(a.address ?? '', b.address ?? '') && (!arePostcodesKnown || isPostcodeSame)) {
    return { relation: 'same-address', reason: 'Same address' };
  }
  if (isPostcodeSame) return { relation: 'same-postcode', reason: 'Same postcode' };
  if (hasAddresses || arePostcodesKnown)
    return { relation: 'different', reason: 'Different addresses' };
  return { relation: 'unknown', reason: null };
}

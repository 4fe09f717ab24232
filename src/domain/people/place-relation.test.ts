import { expect, test } from 'vitest';
import type { PersonFacts } from './person.ts';
import { placeRelation } from './place-relation.ts';

const at = (address: string | null, postcode: string | null) =>
  ({ surname: 'Wren', forename: 'Kit', address, postcode }) as unknown as PersonFacts;
const relation = (a: PersonFacts, b: PersonFacts) => placeRelation(a, b).relation;

test('two homes are compared only by what is known of both', () => {
  const home = at('4 Quay Lane', 'EM1 4QL');
  expect(relation(home, at('4 Quay Lane', 'EM1 4QL'))).toBe('same-address');
  expect(relation(home, at('4 Quay Lane', null))).toBe('same-address');
  // However it is punctuated: signs at its ends are no words.
  expect(relation(home, at('(4), Quay Lane.', null))).toBe('same-address');
  expect(relation(home, at('4 Quay Lane', 'EM2 9ZZ'))).toBe('different');
  expect(relation(home, at('9 Quay Lane', 'EM1 4QL'))).toBe('same-postcode');
  expect(relation(home, at(null, 'EM1 4QL'))).toBe('same-postcode');
  expect(relation(home, at('9 Quay Lane', null))).toBe('different');
  expect(relation(home, at(null, 'EM2 9ZZ'))).toBe('different');
  expect(relation(at('4 Quay Lane', null), at('4 Quay Lane', 'EM1 4QL'))).toBe('same-address');
  // Of one of them nothing is known, or not the same of both.
  expect(relation(home, at(null, null))).toBe('unknown');
  expect(relation(at(null, null), home)).toBe('unknown');
  expect(relation(at('4 Quay Lane', null), at(null, 'EM1 4QL'))).toBe('unknown');
});

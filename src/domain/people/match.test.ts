import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeople } from './match.ts';
import type { PersonFacts } from './person.ts';
import { mayBeKin, mayBeOne, quickLook } from './quick-look.ts';

const eleni: PersonFacts = {
  surname: 'Stavrou',
  forename: 'Eleni',
  dateOfBirth: '2010-08-07',
  sex: 'female',
  address: '18 Marsh Road, Eastmarsh',
  postcode: 'EM12 7XB',
};
const elodie: PersonFacts = {
  surname: 'Kowalczyk',
  forename: 'Élodie',
  dateOfBirth: '2010-12-04',
  sex: 'female',
  address: '144 Marsh Close, Eastmarsh',
  postcode: 'EM12 7XB',
};
const kayleigh: PersonFacts = {
  surname: 'Brathwaite',
  forename: 'Kayleigh',
  dateOfBirth: '2011-06-18',
  sex: 'female',
  address: '106 Wharf Road, Eastmarsh',
  postcode: null,
};

describe('are two records one child?', () => {
  const cases: readonly [string, PersonFacts, Partial<PersonFacts>, string, string][] = [
    [
      'capitals, no accents, a town left off',
      elodie,
      { surname: 'KOWALCZYK', forename: 'elodie', address: '144 Marsh Cl' },
      'same',
      'Same name',
    ],
    [
      'surname and forename swapped',
      elodie,
      { surname: 'Élodie', forename: 'Kowalczyk' },
      'same',
      'Surname and forename swapped',
    ],
    ['a known spelling', kayleigh, { forename: 'Kaylee' }, 'same', 'one name spelt two ways'],
    ['a surname misspelt', kayleigh, { surname: 'Braithwaite' }, 'same', 'spelt nearly alike'],
    [
      'a half of a double-barrelled surname',
      kayleigh,
      { surname: 'Brathwaite-Okonjo' },
      'same',
      'share a part',
    ],
    ['a middle name added', elodie, { forename: 'Élodie Marie' }, 'same', 'Same name'],
    ['one address not given', kayleigh, { address: null }, 'likely', 'Same date of birth'],
    [
      'moved house',
      elodie,
      { address: '9 Gannet Close', postcode: 'EM3 9ZZ' },
      'likely',
      'who has moved',
    ],
    [
      'a nickname',
      { ...eleni, forename: 'Samantha' },
      { forename: 'Sam' },
      'likely',
      'may be short for',
    ],
    [
      'forename nearly alike',
      eleni,
      { forename: 'Elani' },
      'likely',
      'twins whose names are alike',
    ],
    [
      'day and month of birth swapped',
      elodie,
      { dateOfBirth: '2010-04-12' },
      'likely',
      'Day and month of birth swapped',
    ],
    [
      'one digit of birth wrong',
      elodie,
      { dateOfBirth: '2010-12-05' },
      'likely',
      'differ in one digit',
    ],
    [
      'two digits of birth changed round',
      elodie,
      { dateOfBirth: '2001-12-04' },
      'likely',
      'changed round',
    ],
    [
      'sex recorded differently',
      elodie,
      { sex: 'male' },
      'likely',
      'Recorded with different sexes',
    ],
    [
      'no date of birth, same home',
      elodie,
      { dateOfBirth: null },
      'likely',
      'Date of birth not known',
    ],
    [
      'no date of birth, elsewhere',
      elodie,
      { dateOfBirth: null, address: '1 Pylon Way', postcode: null },
      'possible',
      'Different addresses',
    ],
    ['surname changed', elodie, { surname: 'Hargrave' }, 'likely', 'surname may have changed'],
    ['forename missing', elodie, { forename: null }, 'possible', 'part of one name is missing'],
    [
      'birth wrong and another home',
      elodie,
      { dateOfBirth: '2010-12-05', address: '1 Pylon Way', postcode: null },
      'possible',
      'mistyped',
    ],
    [
      'a family name at one address',
      elodie,
      { dateOfBirth: '1979-03-21' },
      'possible',
      'two of one family',
    ],
    [
      'a namesake',
      elodie,
      { dateOfBirth: '2010-03-24', address: '33 Marsh Close', postcode: 'EM1 4QZ' },
      'different',
      'thought to be another child',
    ],
    [
      'a twin',
      eleni,
      { forename: 'Dimitri', sex: 'male' },
      'different',
      'Twin: same surname, address and date of birth but different forename',
    ],
    [
      'a brother',
      eleni,
      { forename: 'Kofi', dateOfBirth: '2013-02-11' },
      'different',
      'Brother or sister',
    ],
    ['a stranger', eleni, elodie, 'different', 'Different dates of birth'],
    [
      'twins of alike names and different sex',
      { ...eleni, forename: 'Daniel' },
      { forename: 'Danielle', sex: 'male' },
      'possible',
      'different sexes',
    ],
  ];
  it.each(cases)('%s', (_, person, change, verdict, reason) => {
    const found = comparePeople(person, { ...person, ...change });
    expect({ verdict: found.verdict, reasons: found.reasons.join('; ') }).toEqual({
      verdict,
      reasons: expect.stringContaining(reason),
    });
  });

  it('a name from before counts as the name', () => {
    const renamed = { ...elodie, surname: 'Hargrave', alsoKnownAs: ['Kowalczyk'] };
    expect(comparePeople(renamed, elodie).verdict).toBe('same');
    expect(comparePeople(elodie, renamed).reasons).toContain('Recorded under this name before');
  });

  it('one NHS number is one person, but under another name somebody must look', () => {
    const identifiers = [{ kind: 'NHS', value: '999 123 4567' }];
    const numbered = { ...elodie, identifiers };
    const moved = { ...numbered, dateOfBirth: '2010-04-12', address: 'elsewhere', postcode: null };
    expect(comparePeople(numbered, moved)).toMatchObject({ verdict: 'same', rule: 'same-number' });
    expect(comparePeople(numbered, { ...eleni, identifiers }).verdict).toBe('likely');
  });

  it('a shared phone is said, and decides nothing', () => {
    const phones = ['07700 900123'];
    const found = comparePeople({ ...eleni, phones }, { ...elodie, phones: ['+447700900123'] });
    expect(found.verdict).toBe('different');
    expect(found.reasons).toContain('Same phone number');
  });

  it('a better verdict always has a better score', () => {
    const order = ['same', 'likely', 'possible', 'different'];
    const found = cases.map(([, person, change]) =>
      comparePeople(person, { ...person, ...change }),
    );
    for (const a of found) {
      expect(a.score).toBeGreaterThanOrEqual(0);
      expect(a.score).toBeLessThanOrEqual(100);
      for (const b of found) {
        if (order.indexOf(a.verdict) < order.indexOf(b.verdict)) {
          expect(a.score).toBeGreaterThan(b.score);
        }
      }
    }
  });
});

describe('whoever is compared', () => {
  const person: fc.Arbitrary<PersonFacts> = fc.record({
    surname: fc.constantFrom(
      'Stavrou',
      'STAVROU',
      'Kowalczyk',
      'Kovalczyk',
      'Eleni',
      'Marlowe-Quist',
      null,
    ),
    forename: fc.constantFrom('Eleni', 'Elena', 'Dimitri', 'Sam', 'Samuel', 'Stavrou', 'Mia', null),
    dateOfBirth: fc.constantFrom('2010-08-07', '2010-07-08', '2010-08-17', '2014-01-01', null),
    sex: fc.constantFrom('female', 'male', 'not-asked'),
    address: fc.constantFrom('18 Marsh Road', '18 Marsh Rd, Eastmarsh', '2 Pylon Way', null),
    postcode: fc.constantFrom('EM12 7XB', 'em127xb', 'EM1 4QZ', null),
  });

  it('the order of the two does not matter', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(comparePeople(a, b)).toEqual(comparePeople(b, a));
      }),
    );
  });

  it('the quick look never overlooks anybody', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const [left, right] = [quickLook(a), quickLook(b)];
        const { verdict, rule } = comparePeople(a, b);
        if (!mayBeOne(left, right)) expect(verdict).toBe('different');
        if (!mayBeKin(left, right)) expect(['twin', 'twin-nearby']).not.toContain(rule);
      }),
    );
  });

  it('two children are never made one when their forenames plainly differ', () => {
    fc.assert(
      fc.property(person, (facts) => {
        const one = { ...facts, surname: 'Stavrou', forename: 'Eleni' };
        expect(comparePeople(one, { ...one, forename: 'Dimitri' }).verdict).toBe('different');
      }),
    );
  });

  it('only name, birth and home together are enough to be sure', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        if (comparePeople(a, b).verdict !== 'same') return;
        expect(a.dateOfBirth).toBe(b.dateOfBirth);
        expect(a.dateOfBirth).not.toBeNull();
        expect([a.address, a.postcode]).not.toEqual([null, null]);
      }),
    );
  });
});

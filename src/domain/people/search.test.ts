import { describe, expect, it } from 'vitest';
import { explainHit } from './explain-hit.ts';
import { parseQuery } from './parse-query.ts';
import type { PersonFacts } from './person.ts';
import { searchKeys } from './search-keys.ts';

const today = '2026-10-31';
const samantha: PersonFacts = {
  surname: 'O’Rourke-Llewellyn',
  forename: 'Samantha',
  alsoKnownAs: ['Szymanska'],
  dateOfBirth: '2011-08-11',
  sex: 'female',
  postcode: 'em12 7xb',
  phones: ['07700 900123'],
  identifiers: [
    { kind: 'NHS', value: '999 123 4567' },
    { kind: 'URN', value: '01EM/4025/26' },
  ],
};

describe('what the search box may mean', () => {
  it.each([
    ['11/8/11', [{ kind: 'dob', day: '2011-08-11' }]],
    ['11 August 2011', [{ kind: 'dob', day: '2011-08-11' }]],
    ['em127xb', [{ kind: 'postcode', postcode: 'EM12 7XB' }]],
    ['07700 900 123', [{ kind: 'phone', phone: '+447700900123' }]],
    ['01EM/4025/26', [{ kind: 'identifier', identifier: '01EM402526' }]],
    ['999 123 4567', [{ kind: 'identifier', identifier: '9991234567' }]],
    ['', []],
  ])('%s', (text, parts) => {
    expect(parseQuery(text, today)).toEqual(parts);
  });

  it('several things at once are all taken', () => {
    const parts = parseQuery('Sam O’Rourke 11/08/2011 EM12 7XB', today);
    expect(parts.map((part) => part.kind)).toEqual(['dob', 'postcode', 'name']);
    expect(parts[2]).toMatchObject({
      words: ['sam', 'orourke'],
      nicknames: ['samantha', 'samuel'],
    });
  });

  it('a date that does not exist is not searched as a date', () => {
    expect(parseQuery('31/02/2011', today).some((part) => part.kind === 'dob')).toBe(false);
  });
});

describe('what the database keeps for the search', () => {
  it('is every name in both orders, in compared form', () => {
    const keys = searchKeys(samantha);
    expect(keys.nameSearch).toBe(
      'samantha orourke llewellyn | orourke llewellyn samantha | szymanska | orourkellewellyn',
    );
    expect(keys.nicknames).toEqual(['samantha']);
    expect(keys.postcodes).toEqual(['EM127XB']);
    expect(keys.phones).toEqual(['+447700900123']);
    expect(keys.identifiers).toEqual(['9991234567', '01EM402526']);
  });

  it('shares a nickname key with every query that may mean the child', () => {
    const [name] = parseQuery('Sammy', today);
    const wanted = name?.kind === 'name' ? name.nicknames : [];
    expect(wanted.some((key) => searchKeys(samantha).nicknames.includes(key))).toBe(true);
  });
});

describe('why a child is among the results', () => {
  it.each([
    ['orou', 'Surname O’Rourke-Llewellyn begins with “orou”'],
    ['Samantha', 'Forename is Samantha'],
    ['Sam', 'Forename Samantha begins with “sam”'],
    ['Sammy', '“Sammy” may be another form of Samantha'],
    ['lewellyn', 'Surname O’Rourke-Llewellyn is spelt nearly like “lewellyn”'],
    ['Shimaanskah', 'Another name Szymanska sounds like “shimaanskah”'],
    ['O’Rourke Samantha', 'Surname given before forename'],
    ['11/08/2011', 'Born on 11 August 2011'],
    ['12/08/2011', 'Born on 11 August 2011: Dates of birth differ in one digit'],
    ['EM12 7XB', 'Postcode EM12 7XB'],
    ['07700900123', 'This phone number'],
    ['01em/4025', 'URN number 01EM/4025/26 begins like this'],
    ['999 123 4567', 'NHS number 999 123 4567'],
  ])('%s: %s', (text, reason) => {
    expect(explainHit(parseQuery(text, today), samantha)).toContain(reason);
  });

  it('the order of the names is said where both were typed and the surname came first', () => {
    const swapped = (text: string) =>
      explainHit(parseQuery(text, today), samantha).includes('Surname given before forename');
    expect(swapped('O’Rourke Samantha')).toBe(true);
    for (const text of ['Samantha O’Rourke', 'O’Rourke', 'Samantha'])
      expect(swapped(text), text).toBe(false);
  });

  it('nothing is claimed that does not fit', () => {
    expect(explainHit(parseQuery('Vickery 01/01/2009 EM1 4QZ', today), samantha)).toEqual([]);
  });
});

it('a name holds what was typed from three letters on: two are in too many names', () => {
  const holds = (text: string) => explainHit(parseQuery(text, today), samantha).join();
  expect(holds('mant')).toContain('Forename Samantha holds “mant”');
  expect(holds('man')).toContain('holds “man”');
  expect(holds('nt')).not.toContain('holds');
});

it('what is not known of a person is no key', () => {
  const { nameSearch, nicknames, identifiers } = searchKeys({
    ...samantha,
    forename: null,
    alsoKnownAs: [''],
    identifiers: [{ kind: 'URN', value: '-' }],
  });
  expect(nameSearch.split(' | ')).not.toContain('');
  expect([nicknames, identifiers]).toEqual([[], []]);
});

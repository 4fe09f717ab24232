import { expect, it } from 'vitest';
import type { PersonFacts } from './person.ts';
import { mayBeKin, mayBeOne, quickLook } from './quick-look.ts';

const look = (more: Partial<PersonFacts> = {}) =>
  quickLook({
    surname: 'Reed',
    forename: 'Ada',
    dateOfBirth: '2010-05-04',
    address: '4 Quay Lane',
    identifiers: [{ kind: 'nhs-number', value: '943 476 5919' }],
    ...more,
  } as PersonFacts);
const other = { dateOfBirth: '2013-11-28', address: null, identifiers: [] };

it.each([
  ['born on one day', { ...other, dateOfBirth: '2010-05-04' }, true],
  ['born a slip apart', { ...other, dateOfBirth: '2010-05-05' }, true],
  ['of whom one’s birth is not known', { ...other, dateOfBirth: null }, true],
  ['at one address', { ...other, address: '4 Quay Lane, Eastmarsh' }, true],
  ['at two addresses', { ...other, address: '9 Quay Lane' }, false],
  [
    'with one number',
    { ...other, identifiers: [{ kind: 'nhs-number', value: '9434765919' }] },
    true,
  ],
  [
    'with two numbers',
    { ...other, identifiers: [{ kind: 'nhs-number', value: '4010232137' }] },
    false,
  ],
  ['with nothing in common', other, false],
])('two children %s may be one: %s', (_what, more, wanted) => {
  expect(mayBeOne(look(), look(more))).toBe(wanted);
  expect(mayBeOne(look(more), look())).toBe(wanted);
});

it('two whose addresses are not known share none', () => {
  expect(mayBeOne(look({ ...other, dateOfBirth: '2010-05-04' }), look(other))).toBe(false);
});

it('twins share a birthday and namesakes a name, whichever way round it is written', () => {
  expect(mayBeKin(look(), look({ forename: 'Ben' }))).toBe(true);
  expect(mayBeKin(look(), look({ ...other, surname: 'Ada', forename: 'Reed' }))).toBe(true);
  expect(mayBeKin(look(), look({ ...other, forename: 'Ben' }))).toBe(false);
});

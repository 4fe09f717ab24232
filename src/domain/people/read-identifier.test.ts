import { describe, expect, it } from 'vitest';
import { comparePeople } from './match.ts';
import { readIdentifier } from './read-identifier.ts';

describe('numbers with a check', () => {
  it.each([
    ['pnc', '2024/0562552J', '2024/0562552J'],
    ['pnc', '24/562552j', '2024/0562552J'],
    ['pnc', '97/0543794F', '1997/0543794F'],
    ['pnc', '20240562552J', '2024/0562552J'],
    ['pnc', '2009/0516048H', '2009/0516048H'],
    ['cro', '69560/88G', '69560/88G'],
    ['cro', 'SF80/655108V', 'SF80/655108V'],
    ['nhs-number', '9434765919', '943 476 5919'],
    ['nhs-number', '943-476-5919', '943 476 5919'],
    ['nhs-number', '4010232137', '401 023 2137'],
    ['nhs-number', '9434765900', '943 476 5900'],
    ['upn', 'a123456789012', 'A123456789012'],
    ['upn', 'H801200001001', 'H801200001001'],
    ['nino', 'AB 12 34 56 C', 'AB123456C'],
    ['court-case', ' 26 / 17 ', '26 / 17'],
    // Ten times the first figure to twice the ninth make 210; divided by 11 that leaves 1, and 10 less 1 is 9.
    ['uln', '1234567899', '1234567899'],
  ])('%s %s is read as %s', (kind, text, value) => {
    expect(readIdentifier(kind, text)).toEqual({ kind: 'read', value });
  });

  it.each([
    ['pnc', 'hello'],
    ['cro', 'hello'],
    ['upn', 'hello'],
    ['uln', 'hello'],
    ['nhs-number', 'hello'],
  ])('%s %s has not the shape of one, which is shown', (kind, text) => {
    expect(readIdentifier(kind, text)).toMatchObject({
      reason: expect.stringContaining('“hello” has not the shape of this number, which looks like'),
    });
  });

  it.each([
    ['nhs-number', '943 476 5918'],
    ['nhs-number', '9990000000'],
    ['uln', '9434765900'],
    ['nhs-number', '94347659'],
    ['upn', 'B123456789012'],
    ['upn', '12'],
    ['pnc', '2018/0023456X'],
    ['pnc', '2024/12'],
    ['cro', '69560/88X'],
    ['cro', 'SF80/655108T'],
    ['nino', 'BG123456A'],
    ['uln', '1234567898'],
  ])('%s %s is faulty', (kind, text) => {
    expect(readIdentifier(kind, text).kind).toBe('faulty');
  });

  it.each(['0000000000', 'N/K', 'TBC', '9999999999', ''])('%j is no number', (text) => {
    expect(readIdentifier('nhs-number', text)).toEqual({ kind: 'none' });
  });
});

describe('matching on numbers', () => {
  const person = {
    surname: 'Pellow',
    forename: 'Tamsin',
    dateOfBirth: '2011-03-04',
    sex: 'female',
  } as const;
  const other = { ...person, dateOfBirth: '2009-09-09' };
  const shares = (kind: string, a: string, b = a) =>
    comparePeople(
      { ...person, identifiers: [{ kind, value: a }] },
      { ...other, identifiers: [{ kind, value: b }] },
    ).verdict === 'same';

  it('one police number in two ways of writing is one', () => {
    expect(shares('pnc', '24/562552J', '2024/0562552J')).toBe(true);
  });

  it('a placeholder or a number that does not fit is never a match', () => {
    expect(shares('nhs-number', '0000000000')).toBe(false);
    expect(shares('upn', 'N/K')).toBe(false);
    expect(shares('nhs-number', '943 476 5918')).toBe(false);
    expect(shares('nhs-number', '943 476 5919')).toBe(true);
  });
});

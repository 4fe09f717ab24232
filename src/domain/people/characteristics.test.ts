import { describe, expect, it } from 'vitest';
import { isSameAddress, readPhone, readPostcode } from './contact-points.ts';
import { ethnicityLabel, readEthnicity } from './ethnicity.ts';
import { readSex, sexesDisagree } from './sex.ts';

describe('sex', () => {
  it.each([
    ['M', 'male'],
    ['m', 'male'],
    ['Male', 'male'],
    ['F', 'female'],
    ['female ', 'female'],
    ['U', 'unknown'],
    ['', 'not-asked'],
  ])('“%s” is %s', (text, sex) => {
    expect(readSex(text)).toEqual({ kind: 'read', sex });
  });

  it('what cannot be read is said', () => {
    expect(readSex('Q')).toMatchObject({ kind: 'unreadable' });
  });

  it('only two known sexes can disagree', () => {
    expect(sexesDisagree('female', 'male')).toBe(true);
    expect(sexesDisagree('female', 'not-asked')).toBe(false);
  });
});

describe('ethnicity', () => {
  it.each([
    ['M1', 'M1'],
    ['w9', 'W9'],
    ['N', 'NS'],
    ['NS', 'NS'],
    ['Pakistani', 'A2'],
    ['White British', 'W1'],
  ])('“%s” is %s', (text, code) => {
    expect(readEthnicity(text)).toEqual({ kind: 'read', code });
  });

  it('not stated and not recorded are different', () => {
    expect(readEthnicity('')).toEqual({ kind: 'not-recorded' });
    expect(ethnicityLabel('NS')).toBe('Not stated');
  });

  it('an officer’s description is not what the child said', () => {
    const read = readEthnicity('IC3');
    expect(read.kind === 'unreadable' && read.reason).toContain('ask the child');
  });
});

describe('postcodes and phones', () => {
  it.each([
    ['em3 9zz', 'EM3 9ZZ'],
    ['EM127XB', 'EM12 7XB'],
    [' em1  4qz ', 'EM1 4QZ'],
  ])('%s is kept as %s', (text, value) => {
    expect(readPostcode(text)).toEqual({ kind: 'read', value });
  });

  it('what is no postcode is said, what is empty is missing', () => {
    expect(readPostcode('EASTMARSH')).toMatchObject({ kind: 'invalid' });
    expect(readPostcode('  ')).toEqual({ kind: 'missing' });
  });

  it.each([
    ['07700 900123', '+447700900123'],
    ['+44 (0)7700 900123', '+447700900123'],
    ['0044 7700 900 123', '+447700900123'],
    ['020 7946 0018', '+442079460018'],
    ['+353 1 234 5678', '+35312345678'],
  ])('%s is kept as %s', (text, value) => {
    expect(readPhone(text)).toEqual({ kind: 'read', value });
  });

  it('an extension or a word is no phone number', () => {
    expect(readPhone('ext 12')).toMatchObject({ kind: 'invalid' });
    expect(readPhone('')).toEqual({ kind: 'missing' });
  });
});

describe('addresses', () => {
  it.each([
    ['144 Marsh Close, Eastmarsh', '144 MARSH CL', true],
    ['Flat 2, 9 Wharf Rd', 'Flat 2 9 Wharf Road, Eastmarsh', true],
    ['144 Marsh Close', '14 Marsh Close', false],
    ['144 Marsh Close', '144 Marsh Road', false],
    ['Eastmarsh', 'Eastmarsh House, 2 Pylon Way', false],
    ['', '', false],
  ])('%s and %s are one home: %s', (a, b, same) => {
    expect(isSameAddress(a, b)).toBe(same);
    expect(isSameAddress(b, a)).toBe(same);
  });
});

describe('the words of the Censuses and of officers', () => {
  it.each([
    ['Asian, Asian British or Asian Welsh: Bangladeshi', 'A3'],
    ['Black, Black British, Black Welsh, Caribbean or African: African', 'B2'],
    ['Mixed or Multiple ethnic groups: White and Black African', 'M2'],
    ['Mixed White & Black Caribbean', 'M1'],
    ['White: Gypsy or Irish Traveller', 'W3'],
    ['Asian Indian', 'A1'],
  ])('“%s” is %s', (text, code) => expect(readEthnicity(text)).toEqual({ kind: 'read', code }));

  it.each([
    'A1 - Pakistani',
    'White African',
    'White: Roma',
    'IC3 - Black',
    'IC3',
    'Black British',
  ])('“%s” is nobody’s own answer, or two', (text) =>
    expect(readEthnicity(text).kind).toBe('unreadable'),
  );
});

describe('where there is no home', () => {
  it.each([
    'NFA',
    'N.F.A.',
    'N/F/A',
    'no fixed adress',
    'ZZ99 3VZ',
    'Address withheld',
    'As above',
  ])('two children at “%s” share none', (text) => expect(isSameAddress(text, text)).toBe(false));

  it('a town alone is no home that two share', () => {
    expect(isSameAddress('Eastmarsh', 'Eastmarsh')).toBe(false);
    expect(isSameAddress('Rose Cottage, Mill Lane', 'Rose Cottage, Mill Ln')).toBe(true);
  });
});

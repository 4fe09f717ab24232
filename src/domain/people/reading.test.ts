import { describe, expect, it } from 'vitest';
import { isSameAddress, postcodeOfHome, readPhone, readPostcode } from './contact-points.ts';
import { ethnicityLabel, readEthnicity } from './ethnicity.ts';
import { identifierKey, searchKeys } from './search-keys.ts';
import { readSex, sexesDisagree } from './sex.ts';
import { nameSoundKeys, soundKeys, soundsAlike } from './sounds.ts';

describe('sex as it is written', () => {
  it.each<[string, string]>([
    ['M', 'male'],
    ['Female', 'female'],
    ['f.', 'female'],
    ['1', 'male'],
    ['2', 'female'],
    ['X', 'another'],
    ['Not known', 'unknown'],
    ['', 'not-asked'],
  ])('“%s” is %s', (text, sex) => expect(readSex(text)).toEqual({ kind: 'read', sex }));

  it('what is no sex is told', () => expect(readSex('Tall').kind).toBe('unreadable'));

  it('two speak against each other only when both are known and differ', () => {
    expect(sexesDisagree('female', 'male')).toBe(true);
    expect(sexesDisagree('another', 'male')).toBe(true);
    expect(sexesDisagree('male', 'male')).toBe(false);
    for (const unknown of ['unknown', 'not-asked'] as const) {
      expect(sexesDisagree('female', unknown)).toBe(false);
      expect(sexesDisagree(unknown, 'female')).toBe(false);
    }
  });
});

describe('where somebody lives and is reached', () => {
  it('a postcode that stands for nowhere is no home', () => {
    expect(postcodeOfHome('em1 4qz')).toBe('EM1 4QZ');
    expect(postcodeOfHome('ZZ99 3VZ')).toBeNull();
    expect(postcodeOfHome('none')).toBeNull();
    expect(readPostcode('EM1 4QZ').kind).toBe('read');
    expect(readPostcode(' ').kind).toBe('missing');
    expect(readPostcode('EM1').kind).toBe('invalid');
  });

  it.each([
    ['07700 900123', '+447700900123'],
    ['+44 (0)7700 900123', '+447700900123'],
    ['0044 1632 960123', '+441632960123'],
    ['00353 1 234 5678', '+35312345678'],
    ['0163296012', '+44163296012'],
  ])('%s is dialled as %s', (text, value) =>
    expect(readPhone(text)).toEqual({ kind: 'read', value }),
  );

  it.each(['0770', '0400 123456', 'ring Nan', '+44'])('%s is no number', (text) =>
    expect(readPhone(text).kind).toBe('invalid'),
  );
  it('no number is none', () => expect(readPhone(' - ').kind).toBe('missing'));

  it('a home is the same with its town left off, and another with another door or flat', () => {
    expect(isSameAddress('4 Tern Ct', '4 tern court, Eastmarsh')).toBe(true);
    expect(isSameAddress('4 Tern Court', '40 Tern Court')).toBe(false);
    expect(isSameAddress('4 Tern Court', 'Flat 2, 4 Tern Court')).toBe(false);
    expect(isSameAddress('Tern Court', 'Tern Court Eastmarsh')).toBe(false);
    expect(isSameAddress('4 Tern', '4 Tern Eastmarsh')).toBe(false);
    expect(isSameAddress('Tern Court', 'tern court')).toBe(true);
    expect(isSameAddress('', '')).toBe(false);
    expect(isSameAddress('No fixed abode', 'No fixed abode')).toBe(false);
  });
});

describe('by what a person is found', () => {
  const keys = (more: object = {}) =>
    searchKeys({
      forename: 'Mary Ann',
      surname: 'O’Brien',
      dateOfBirth: null,
      sex: 'not-asked',
      ...more,
    });

  it('both orders of the name, other names, and names of two words in one', () => {
    const { nameSearch } = keys({ alsoKnownAs: ['Polly'] });
    expect(nameSearch.split(' | ')).toEqual(
      expect.arrayContaining(['mary ann obrien', 'obrien mary ann', 'polly', 'maryann']),
    );
    expect(keys({ surname: null, forename: null }).nameSearch).toBe('');
  });

  it('numbers that can be read, and identifiers without signs', () => {
    const found = keys({
      phones: ['07700 900123', 'none', '07700900123'],
      postcode: 'em1 4qz',
      identifiers: [{ kind: 'pnc', value: '01EM/4025/26' }],
    });
    expect([found.phones, found.postcodes, found.identifiers]).toEqual([
      ['+447700900123'],
      ['EM14QZ'],
      ['01EM402526'],
    ]);
    expect(keys({ postcode: 'nowhere' }).postcodes).toEqual([]);
    expect(identifierKey('a-1 b')).toBe('A1B');
  });
});

describe('how names sound', () => {
  it('a key is short, so that long names with one beginning are found together', () => {
    for (const key of soundKeys('Bartholomewsonsky')) expect(key.length).toBeLessThanOrEqual(6);
    expect(soundKeys('Bartholomewsonsky').some((key) => key.length === 6)).toBe(true);
  });

  it('one sound alone, or what nobody could say, has no key', () => {
    expect([soundKeys('Bo'), soundKeys('Brr')]).toEqual([[], []]);
    expect(soundsAlike('Bo', 'Bo')).toBe(false);
  });

  it('names said alike are alike, in one breath too', () => {
    expect(soundsAlike('Catherine', 'Kathryn')).toBe(true);
    expect(soundsAlike('Catherine', 'Margaret')).toBe(false);
    expect(nameSoundKeys('Mary Ann')).toEqual(expect.arrayContaining([...soundKeys('Maryann')]));
  });
});

describe('ethnicity as it is written', () => {
  it.each([
    ['W1', 'W1'],
    ['W1 - British', 'W1'],
    ['British (W1)', 'W1'],
    ['White - British', 'W1'],
    ['Black - African', 'B2'],
    ['Black of a British family - African', 'B2'],
    ['Asian as the family says - Chinese', 'A4'],
    ['Black - any other background', 'B9'],
    ['Black - other', 'B9'],
  ])('“%s” is %s', (text, code) => expect(readEthnicity(text)).toEqual({ kind: 'read', code }));

  it.each(['IC1', 'Roma', 'White - African', 'White - Roma', 'Purple', 'Purple - other'])(
    '“%s” is none of the codes',
    (text) => expect(readEthnicity(text).kind).toBe('unreadable'),
  );

  it('an empty cell is a gap, and a code has its words', () => {
    for (const text of ['', 'not obtained', 'U'])
      expect(readEthnicity(text)).toEqual({ kind: 'not-recorded' });
    expect(ethnicityLabel('W1')).not.toBe('W1');
  });
});

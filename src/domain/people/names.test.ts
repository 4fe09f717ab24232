import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, fullName } from './display-name.ts';
import { isNearlySpelt, slipsBetween } from './likeness.ts';
import { isNicknameOf, isSpellingOf, nicknameKeys } from './nicknames.ts';
import { joinedName, nameWords, normaliseName } from './normalise-name.ts';
import { nameSoundKeys, soundKeys, soundsAlike } from './sounds.ts';

describe('a name for comparing', () => {
  it.each([
    ['O’ROURKE', 'orourke'],
    ["O'Rourke", 'orourke'],
    ['Marlowe-Quist', 'marlowe quist'],
    ['MARLOWE – QUIST', 'marlowe quist'],
    ['Élodie', 'elodie'],
    ['E\u0301lodie', 'elodie'],
    ['Siân', 'sian'],
    ['Łukasz', 'lukasz'],
    ['  Dupré  ', 'dupre'],
    ['Nuño (Nunny)', 'nuno nunny'],
    ['', ''],
  ])('%s is compared as %s', (typed, normal) => {
    expect(normaliseName(typed)).toBe(normal);
  });

  it('gives words and a joined form, so that gaps and hyphens do not matter', () => {
    expect(nameWords('Mary-Jane')).toEqual(['mary', 'jane']);
    expect(joinedName('Mary Jane')).toBe(joinedName('MARYJANE'));
  });

  it('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

describe('how a name sounds', () => {
  it.each([
    ['Aled', ['ALT']],
    ['Lad', ['LT']],
    ['Mary Jane', ['AN', 'JN', 'MR', 'MRJN']],
  ])(
    '%s is looked for as %j: a vowel at its beginning is heard, and names said in one breath',
    (name, keys) => {
      expect(nameSoundKeys(name)).toEqual(keys);
    },
  );
});

describe('a name for reading', () => {
  it.each([
    ['MARLOWE-QUIST', 'Marlowe-Quist'],
    ['O’ROURKE', 'O’Rourke'],
    ["o'rourke", "O'Rourke"],
    ["D'SOUZA", "D'Souza"],
    ['MCDONALD', 'McDonald'],
    ['McDonald', 'McDonald'],
    ['MACEY', 'Macey'],
    ['ÉLODIE', 'Élodie'],
    ['DeShawn', 'DeShawn'],
    ['van der Berg', 'van der Berg'],
    ['  MBEKI   STONE ', 'Mbeki Stone'],
  ])('%s is shown as %s', (typed, shown) => {
    expect(displayName(typed)).toBe(shown);
  });

  it('puts the forename first and copes with a missing one', () => {
    expect(fullName({ forename: 'REUBEN', surname: 'EVERSLEY' })).toBe('Reuben Eversley');
    expect(fullName({ forename: null, surname: 'TENNICK' })).toBe('Tennick');
    expect(fullName({ forename: null, surname: null })).toBe('Name not recorded');
  });
});

describe('nicknames and spellings', () => {
  it.each([
    ['Mohammed', 'Muhammad'],
    ['Kayleigh', 'Kaylee'],
    ['Kayley', 'Kayleigh'],
    ['Shaun', 'Sean'],
    ['Callum', 'CALUM'],
  ])('%s and %s are one name spelt two ways', (a, b) => {
    expect(isSpellingOf(a, b)).toBe(true);
  });

  it.each([
    ['Sam', 'Samantha'],
    ['Sam', 'Samuel'],
    ['Alex', 'Alexandra'],
    ['Charley', 'Charlotte'],
    ['Mo', 'Muhammad'],
    ['Finn', 'Finley'],
  ])('%s may be short for %s', (a, b) => {
    expect(isNicknameOf(a, b)).toBe(true);
    expect(isSpellingOf(a, b)).toBe(false);
  });

  it('Samuel is not Samantha, though both are Sam', () => {
    expect(isNicknameOf('Samuel', 'Samantha')).toBe(false);
  });

  it('a name with no other form has no key', () => {
    expect(nicknameKeys('Zephyrine')).toEqual([]);
  });
});

describe('names that sound alike', () => {
  it.each([
    ['Brathwaite', 'Braithwaite'],
    ['Kowalczyk', 'Kovalchik'],
    ['Szymanska', 'Shymanska'],
    ['Siân', 'Shan'],
    ['Niamh', 'Neve'],
    ['Llewellyn', 'Lewellin'],
    ['Farnworth', 'Farnwurth'],
    ['McKenzie', 'Mackenzie'],
    ['Philips', 'Fillips'],
    ['Yusuf', 'Joseph'],
    ['Kayleigh', 'Cayley'],
    ['Knight', 'Nite'],
    ['Siobhan', 'Shivaun'],
  ])('%s sounds like %s', (a, b) => {
    expect(soundsAlike(a, b)).toBe(true);
  });

  it.each([
    ['Dimitri', 'Eleni'],
    ['Kofi', 'Reuben'],
    ['Hargrave', 'Penhallow'],
  ])('%s does not sound like %s', (a, b) => {
    expect(soundsAlike(a, b)).toBe(false);
  });

  it('a double name is said in one breath, however it is joined', () => {
    expect(soundKeys('Mary-Ann')).toEqual(soundKeys('Maryann'));
  });

  it('empty text and numbers have no sound', () => {
    expect(soundKeys('')).toEqual([]);
    expect(soundKeys('42')).toEqual([]);
  });

  it('nor has what nobody could say, or a single sound', () => {
    expect(soundKeys('zzzz')).toEqual([]);
    expect(soundKeys('qqq')).toEqual([]);
    expect(soundKeys('Che')).toEqual([]);
  });
});

describe('likeness of spelling', () => {
  it('counts slips, two neighbours changed round being one', () => {
    expect(slipsBetween('reuben', 'rueben')).toBe(1);
    expect(slipsBetween('kitten', 'sitting')).toBe(3);
    expect(slipsBetween('', 'abc')).toBe(3);
  });

  it('a short name may differ by one letter, a long one by two', () => {
    expect(isNearlySpelt('tennick', 'tenick')).toBe(true);
    expect(isNearlySpelt('penhallow', 'penhalow')).toBe(true);
    expect(isNearlySpelt('finn', 'flynn')).toBe(false);
    expect(isNearlySpelt('al', 'ali')).toBe(true);
    expect(isNearlySpelt('al', 'el')).toBe(false);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
      }),
    );
  });
});

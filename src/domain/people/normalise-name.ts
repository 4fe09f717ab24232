import { remember } from '../text/remember.ts';
import { visibleText } from '../text/visible-text.ts';

/** Letters that do not come apart into a plain letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ŋ: 'n',
};

const APOSTROPHES = /['’‘ʼʻ`´′]/g;
const ACCENTS = /\p{M}/gu;
const NOT_IN_A_NAME = /[^\p{L}\p{N}]+/gu;

/**
 * A name as it is compared and searched: small letters, no accents, O’Rourke as `orourke`,
 * Marlowe-Quist as `marlowe quist`.
 */
export const normaliseName = remember((text) =>
  visibleText(text)
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[łøđðþßæœıŋ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(NOT_IN_A_NAME, ' ')
    .trim(),
);

/** The words of a name, compared form: double-barrelled names give both parts. */
export const nameWords = remember((text): readonly string[] => {
  const normal = normaliseName(text);
  return normal === '' ? [] : normal.split(' ');
});

/** A name without any gaps, so that Mary-Jane, Mary Jane and Maryjane are one. */
export const joinedName = remember((text) => nameWords(text).join(''));

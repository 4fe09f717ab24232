import { areSurnamesNear } from './name-relation.ts';
import { joinedName, nameWords, normaliseName } from './normalise-name.ts';
import { soundKeys } from './sounds.ts';

/** Which of the surnames met so far may be slips or spellings of one another; all in compared form. */
export type NearNames = {
  /** The surname itself and all that are near it, of those met so far. */
  near(surname: string): readonly string[];
};

/**
 * Thousands of surnames are not each compared with each: two that differ by a slip or two become one text when a letter or
 * two is left out of both, so only those are compared that have such a text, a word or a sound in common.
 */
export function nearNames(): NearNames {
  const neighbours = new Map<string, string[]>();
  const byKey = new Map<string, string[]>();
  const meet = (name: string): string[] => {
    const own = [name];
    const keys = keysOf(name);
    for (const other of new Set(keys.flatMap((key) => byKey.get(key) ?? [])))
      if (areSurnamesNear(name, other)) {
        own.push(other);
        neighbours.get(other)?.push(name);
      }
    for (const key of keys) {
      const list = byKey.get(key);
      if (list) list.push(name);
      else byKey.set(key, [name]);
    }
    neighbours.set(name, own);
    return own;
  };
  return {
    near: (surname) => {
      const name = normaliseName(surname);
      return neighbours.get(name) ?? meet(name);
    },
  };
}

// As many letters as two names may differ by: two where one of them has eight letters or more, else one.
const LETTERS_FOR_TWO = 6;

function keysOf(name: string): readonly string[] {
  const joined = joinedName(name);
  const letters = [...joined];
  const once = without(letters);
  const shorter = letters.length >= LETTERS_FOR_TWO ? once.flatMap(without) : [];
  const texts = [letters, ...once, ...shorter].map((each) => each.join(''));
  const sounds = letters.length >= 5 ? soundKeys(joined) : [];
  return [
    ...new Set([
      ...texts,
      ...nameWords(name).map((word) => `word ${word}`),
      ...sounds.map((sound) => `sound ${letters[0]} ${sound}`),
    ]),
  ];
}

const without = (letters: readonly string[]): readonly (readonly string[])[] =>
  letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)]);

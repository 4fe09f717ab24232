import { remember } from '../text/remember.ts';
import { SHORT_ROWS, SPELLING_ROWS } from './nicknames.data.ts';
import { joinedName, nameWords } from './normalise-name.ts';

type KeysByName = ReadonlyMap<string, readonly string[]>;

const SPELLING_KEYS = keysByName(SPELLING_ROWS);
const ALL_KEYS = keysByName([...SPELLING_ROWS, ...SHORT_ROWS]);

/** The keys under which a forename is filed: its usual spelling, and every name it may be short for. */
export const nicknameKeys = remember((forename) => keysOf(forename, ALL_KEYS));

const spellingKeys = remember((forename) => keysOf(forename, SPELLING_KEYS));

/** Whether a word is one of the forenames that are listed here; that it is not says nothing. */
export const isKnownForename = (word: string): boolean => ALL_KEYS.has(joinedName(word));

/** Whether two forenames are one name in two spellings: Kayleigh and Kaylee. */
export function isSpellingOf(a: string, b: string): boolean {
  return isShared(spellingKeys(a), spellingKeys(b));
}

/** Whether one forename may be a form of the other: Sam and Samantha, Kayleigh and Kaylee. */
export function isNicknameOf(a: string, b: string): boolean {
  return isShared(nicknameKeys(a), nicknameKeys(b));
}

function keysOf(forename: string, keysOfName: KeysByName): readonly string[] {
  const names = new Set([joinedName(forename), ...nameWords(forename)]);
  const direct = [...names].flatMap((name) => keysOfName.get(name) ?? []);
  // A spelling may itself be short for something: Charley is Charlie, who is Charles or Charlotte.
  const further = direct.flatMap((key) => keysOfName.get(key) ?? []);
  return [...new Set([...direct, ...further])].sort();
}

function isShared(left: readonly string[], right: readonly string[]): boolean {
  return left.some((key) => right.includes(key));
}

function keysByName(rows: readonly (readonly string[])[]): KeysByName {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const [key = ''] = row;
    for (const name of row) found.set(name, [...(found.get(name) ?? []), key]);
  }
  return found;
}

import { remember } from '../text/remember.ts';
import { nameWords } from './normalise-name.ts';
import { SOUND_RULES, type SoundRule } from './sounds.data.ts';

const KEY_LENGTH = 6;
// One sound alone is shared by too many names to say anything.
const FEWEST_SOUNDS = 2;

/**
 * How one word of a name sounds: one key, or two where its spelling can be said in two ways.
 * Consonants only, voiced and unvoiced alike, with A for a vowel at the start. Two names sound alike
 * when they share a key; a key is short, so it finds names to look at and never decides by itself.
 * What nobody could say, having no vowel (w is one in Welsh), and what is one sound only have no key.
 */
export const soundKeys = remember((word): readonly string[] => {
  const plain = nameWords(word).join('');
  if (!/[aeiouyw]/u.test(plain)) return [];
  const main = sayWith(plain, (rule) => rule.sound);
  const other = sayWith(plain, (rule) => rule.also ?? rule.sound);
  return [...new Set([main, other])].filter((key) => key.length >= FEWEST_SOUNDS);
});

/** The keys of every word of a name, and of the name said in one breath. */
export function nameSoundKeys(name: string): readonly string[] {
  return [...new Set([...nameWords(name), name].flatMap(soundKeys))].sort();
}

/** Whether two names, said aloud, may be taken for each other. */
export function soundsAlike(a: string, b: string): boolean {
  const keys = new Set(soundKeys(a));
  return soundKeys(b).some((key) => keys.has(key));
}

function sayWith(word: string, choose: (rule: SoundRule) => string): string {
  const sounds = SOUND_RULES.reduce((said, rule) => said.replace(rule.spelt, choose(rule)), word);
  const startsWithVowel = /^[aeiouyAY]/.test(sounds);
  const consonants = sounds.toUpperCase().replace(/[AEIOUY]/g, ' ');
  const key = consonants.replace(/(\S)\1+/g, '$1').replace(/\s+/g, '');
  return ((startsWithVowel ? 'A' : '') + key).slice(0, KEY_LENGTH);
}

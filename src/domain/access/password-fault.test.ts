import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-fault.ts';

const guesses = {
  common: new Set(['password', 'dragon', 'monkey', 'trustno1', 'qwertyuiop12']),
  own: ['Ama Lovelock', 'ama.lovelock@eastmarsh.example', 'Eastmarsh', 'Foothold'],
};
const faultOf = (password: string) => passwordFault(password, guesses);

describe('a password that is chosen', () => {
  it.each([
    ['twelve letters', 'hay-owl-nine', null],
    ['eleven letters', 'hay-owl-one', 'at least 12 letters'],
    ['one letter again and again', 'aaaaaaaaaaaa', 'same few letters'],
    ['two letters in turn', 'abababababab', 'same few letters'],
    ['the alphabet', 'abcdefghijklm', 'row of keys'],
    ['figures in a row', '123456789012', 'row of keys'],
    ['keys in a row, and back', 'qwertyuiop0987', 'row of keys'],
    ['a common one twice', 'passwordpassword', 'guessed first'],
    ['a common one with a year', 'Password2026!', 'guessed first'],
    ['a common one with figures for letters', 'P@$$w0rd2026', 'guessed first'],
    ['two common ones', 'dragonmonkey', 'guessed first'],
    ['one that repeats a few letters', 'hay4!hay4!hay4!', null],
    ['a name and six letters more', 'lovelock-trombe', null],
    ['a name and five letters more', 'lovelock-tromb', 'your name'],
    ['one’s own name', 'AmaLovelock2026', 'your name'],
    ['the service and the program', 'foothold-eastmarsh-1', 'your name'],
    ['as long as may be', 'kettle river '.repeat(10).slice(0, 128), null],
    ['too long to be meant', `${'kettle river '.repeat(10)}`, '128 letters'],
    ['three unrelated words', 'correct horse battery', null],
    ['words with one’s own among them', 'lovelock tram biscuit lamp', null],
  ])('%s: %s', (_what, password, words) => {
    if (words === null) expect(faultOf(password)).toBeNull();
    else expect(faultOf(password)).toContain(words);
  });
});

import { expect, it } from 'vitest';
import { inQuotes } from './in-quotes.ts';

it.each([
  ['I was bored', '“I was bored”'],
  ['"I was bored"', '“I was bored”'],
  [' “I was bored.” ', '“I was bored.”'],
  ['‘I was bored’', '“I was bored”'],
  ['He said “no” to me', '“He said “no” to me”'],
  ['It was the dogs’', '“It was the dogs’”'],
])('%s is quoted once', (typed, told) => {
  expect(inQuotes(typed)).toBe(told);
});

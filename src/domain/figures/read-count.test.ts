import { expect, it } from 'vitest';
import { readCount } from './read-count.ts';

it.each([
  ['0', 0n],
  ['007', 7n],
  ['999', 999n],
  ['1000', 'is too large: the most is 999'],
  ['00999', 999n],
  ['1'.repeat(50), 'is too large: the most is 999'],
  ['-1', 'is not a whole number of 0 or more'],
  ['1.5', 'is not a whole number of 0 or more'],
  ['', 'is not a whole number of 0 or more'],
])('%j as a count up to 999', (text, read) => expect(readCount(text, 999n)).toBe(read));

it('no count is larger than what every page reckons exactly', () => {
  expect(readCount('9007199254740991')).toBe(9007199254740991n);
  expect(readCount('9007199254740992')).toBe('is too large: the most is 9,007,199,254,740,991');
});

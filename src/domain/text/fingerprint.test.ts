import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

it('a mark that was kept is still the mark of the same text', () => {
  expect(fingerprint('4 Quay Lane')).toBe('5e121dhd06lh');
  expect(fingerprint('')).toBe('1ps9wxbi90v2v');
});

it('any one letter changed gives another mark', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, place) => {
      const at = place % text.length;
      const other = text[at] === 'a' ? 'b' : 'a';
      expect(fingerprint(text.slice(0, at) + other + text.slice(at + 1))).not.toBe(
        fingerprint(text),
      );
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWordsHint, reading } from './reading-ease.ts';

test('a line that a child would write passes', () => {
  expect(plainWordsHint('I will meet Sam on Tuesdays. We will play football and talk.')).toBeNull();
});

test('service language is pointed out word by word', () => {
  expect(
    plainWordsHint('Undertake consequential thinking intervention regarding victim empathy.'),
  ).toBe('Use shorter words in place of undertake, consequential, intervention, regarding.');
});

test('a sentence that never ends is pointed out', () => {
  const long = 'I will go to the club and meet Sam and then go home and see my mum and eat my tea.';
  expect(plainWordsHint(long)).toBe('Use shorter sentences: they have about 21 words each.');
});

test('an empty text is neither plain nor hard', () => {
  expect(reading('')).toMatchObject({ words: 0, sentences: 0, averageSentenceLength: 0 });
  expect(plainWordsHint('')).toBeNull();
});

test('one long name is not a fault', () => {
  expect(plainWordsHint('Ask Featherstonehaugh for help.')).toBeNull();
});

test('lines of a list count as sentences though they have no full stop', () => {
  expect(reading('Go to school\nSee Sam').sentences).toBe(2);
});

test('no text makes the sums break', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const found = reading(text);
      expect(found.longWordShare).toBeGreaterThanOrEqual(0);
      expect(found.longWordShare).toBeLessThanOrEqual(1);
      expect(Number.isFinite(found.averageSentenceLength)).toBe(true);
    }),
  );
});

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

test('a sentence of fifteen words is not too long, and both kinds of advice are given at once', () => {
  const fifteen = 'I will go to the club and meet Sam and then I will go home.';
  expect(plainWordsHint(fifteen)).toBeNull();
  const hard =
    'Undertake consequential thinking intervention regarding victim empathy, relationships, emotional regulation, problematic behaviours and their triggers at home.';
  expect(plainWordsHint(hard)).toBe(
    'Use shorter sentences: they have about 17 words each. Use shorter words in place of undertake, consequential, intervention, regarding, relationships.',
  );
});

test('one word in ten may be long', () => {
  const tenth = (words: string) => plainWordsHint(`${words} ${'and so on. '.repeat(6)}`);
  expect(tenth('Education. Therefore.')).toBeNull();
  expect(tenth('Education. Therefore. Something.')).toContain('education, therefore, something');
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

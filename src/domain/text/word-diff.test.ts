import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffPart, wordDiff } from './word-diff.ts';

const joined = (parts: DiffPart[], left: 'removed' | 'added') =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === left)
    .map((part) => part.text)
    .join('');

describe('what changed between two versions of an answer', () => {
  test('one word changed is one word marked', () => {
    expect(wordDiff('Kit lives with Nan', 'Kit lives with Mum')).toEqual([
      { kind: 'same', text: 'Kit lives with ' },
      { kind: 'removed', text: 'Nan' },
      { kind: 'added', text: 'Mum' },
    ]);
  });

  test('a sentence added at the end leaves the rest as it was', () => {
    expect(wordDiff('All is well.', 'All is well. Nan agrees.')).toEqual([
      { kind: 'same', text: 'All is well.' },
      { kind: 'added', text: ' Nan agrees.' },
    ]);
  });

  test('a rewritten phrase is struck out as a phrase, not word by word', () => {
    expect(wordDiff('He was very angry then.', 'He felt quite low then.')).toEqual([
      { kind: 'same', text: 'He ' },
      { kind: 'removed', text: 'was very angry' },
      { kind: 'added', text: 'felt quite low' },
      { kind: 'same', text: ' then.' },
    ]);
  });

  test('the same text has no change, and empty texts have no parts', () => {
    expect(wordDiff('Same.', 'Same.')).toEqual([{ kind: 'same', text: 'Same.' }]);
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('', 'New')).toEqual([{ kind: 'added', text: 'New' }]);
    expect(wordDiff('Old', '')).toEqual([{ kind: 'removed', text: 'Old' }]);
  });
});

const fewWords = fc
  .array(fc.constantFrom('Nan', 'Mum', 'home', 'safe', ' ', '\n', 'the', 'the '), { maxLength: 30 })
  .map((words) => words.join(' '));

describe('for any two texts', () => {
  test('what stayed and what went is the old text; what stayed and what came is the new', () => {
    const anyText = fc.oneof(fc.string(), fewWords);
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const parts = wordDiff(before, after);
        expect(joined(parts, 'removed')).toBe(before);
        expect(joined(parts, 'added')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('no part is empty and no two neighbours are of one kind', () => {
    fc.assert(
      fc.property(fewWords, fewWords, (before, after) => {
        const parts = wordDiff(before, after);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        expect(parts.every((part, i) => part.kind !== parts[i - 1]?.kind)).toBe(true);
      }),
    );
  });
});

test('five thousand words with changes at both ends and throughout are compared whole', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `w${i % 700}`);
  const before = words.join(' ');
  const after = words.map((word, i) => (i % 50 === 0 ? `new${i}` : word)).join(' ');
  const parts = wordDiff(before, after);
  expect(joined(parts, 'removed')).toBe(before);
  expect(joined(parts, 'added')).toBe(after);
  expect(parts.filter((part) => part.kind === 'added')).toHaveLength(100);
});

test('a text too long to compare is shown as replaced and nothing is lost', () => {
  const before = 'a '.repeat(15_000);
  const after = 'b '.repeat(15_000);
  expect(wordDiff(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});

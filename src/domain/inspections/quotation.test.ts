import { describe, expect, it } from 'vitest';
import { isQuotedFrom } from './quotation.ts';

const source =
  'Children told us that their worker turns up, and that the building does not feel like theirs.';

describe('words that a press notice quotes', () => {
  it.each([
    'their worker turns up',
    'Children … told us … that their worker turns up',
    'Their worker turns up, and … the building does not feel like theirs',
    '“Children told us that their worker turns up …”',
  ])('are in what was written: %s', (words) => expect(isQuotedFrom(words, source)).toBe(true));

  it.each([
    'their worker never turns up',
    'the building does not feel like theirs … their worker turns up',
    'worker turn',
    'the building feels like theirs',
    '…',
    '',
  ])('are not made up, turned round or cut within a word: %s', (words) =>
    expect(isQuotedFrom(words, source)).toBe(false),
  );
});

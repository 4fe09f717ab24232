import { describe, expect, it } from 'vitest';
import { readAnswer, sourcesDisagree } from './characteristic-answer.ts';

describe('what a source says of a characteristic', () => {
  it.each([
    ['W1', { code: 'W1', not_known: null }],
    ['not-known:declined', { code: null, not_known: 'declined' }],
    ['not-known:not-asked', { code: null, not_known: 'not-asked' }],
    ['not-known:perhaps', null],
    ['Z9', null],
    ['', null],
  ])('“%s” is read', (choice, answer) => {
    expect(readAnswer(choice, ['W1', 'B1'])).toEqual(answer);
  });

  it('two sources that both know disagree when they say different things', () => {
    expect(sourcesDisagree([{ code: 'W1' }, { code: 'B1' }])).toBe(true);
  });

  it('a source that does not know contradicts nobody', () => {
    expect(sourcesDisagree([{ code: 'W1' }, { code: null }, { code: 'W1' }])).toBe(false);
  });
});

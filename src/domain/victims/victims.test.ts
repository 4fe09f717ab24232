import { describe, expect, it } from 'vitest';
import { nextVictimLabel } from './label.ts';
import { wishesOutstanding, wishesProblems } from './wishes.ts';

const asked = {
  wishes: 'given',
  reason: null,
  daysTried: 0,
  words: 'A letter, please.',
  safetyNeed: 'no',
  safetyLine: null,
} as const;
const anchors = (given: Parameters<typeof wishesProblems>[0]) =>
  wishesProblems(given).map(({ anchor }) => anchor);

describe('recording what a victim wants', () => {
  it('wishes in their own words are enough', () => expect(anchors(asked)).toEqual([]));
  it('wishes without words say nothing', () =>
    expect(anchors({ ...asked, words: null })).toEqual(['words']));
  it.each(['declined', 'no-consent', 'no-direct-victim'] as const)(
    '%s needs its reason',
    (wishes) => {
      expect(anchors({ ...asked, wishes, words: null })).toEqual(['reason']);
      expect(anchors({ ...asked, wishes, words: null, reason: 'Said so by telephone.' })).toEqual(
        [],
      );
    },
  );
  it('nobody is unreachable after one try', () => {
    const given = { ...asked, wishes: 'not-reached', words: null, reason: 'No answer.' } as const;
    expect(anchors({ ...given, daysTried: 1 })).toEqual(['wishes']);
    expect(anchors({ ...given, daysTried: 2 })).toEqual([]);
  });
  it('a safety need comes with what the worker must do', () =>
    expect(anchors({ ...asked, safetyNeed: 'yes' })).toEqual(['safetyLine']));
  it('the panel waits until they answered or there is a reason', () => {
    expect(['not-sought', 'sought', 'given', 'not-reached'].map(wishesOutstanding)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('labels', () => {
  it('go from A to Z and on, and fill a gap', () => {
    expect(nextVictimLabel([])).toBe('Victim A');
    expect(nextVictimLabel(['Victim A', 'Victim C'])).toBe('Victim B');
    const all = Array.from({ length: 26 }, (_, i) => `Victim ${String.fromCharCode(65 + i)}`);
    expect(nextVictimLabel(all)).toBe('Victim AA');
  });
});

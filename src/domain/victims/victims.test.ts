import { describe, expect, it } from 'vitest';
import { nextVictimLabel } from './label.ts';
import { type WishesGiven, wishesFaults, wishesOutstanding } from './wishes.ts';

const asked = {
  wishes: 'given',
  no_wishes_reason: null,
  daysTried: 0,
  words: 'A letter, please.',
  safety_need: 'no',
  safety_line: null,
} as const;
const anchors = (
  given: WishesGiven & { readonly daysTried: number; readonly reachedOn?: string },
) => wishesFaults(given, { reachedOn: null, ...given }).map(({ field }) => field);

describe('recording what a victim wants', () => {
  it('wishes in their own words are enough', () => expect(anchors(asked)).toEqual([]));
  it('wishes without words say nothing', () =>
    expect(anchors({ ...asked, words: null })).toEqual(['words']));
  it.each(['declined', 'no-consent', 'no-direct-victim'] as const)(
    '%s needs its reason',
    (wishes) => {
      expect(anchors({ ...asked, wishes, words: null })).toEqual(['no_wishes_reason']);
      expect(
        anchors({ ...asked, wishes, words: null, no_wishes_reason: 'Said so by telephone.' }),
      ).toEqual([]);
    },
  );
  it('nobody is unreachable after one try', () => {
    const given = {
      ...asked,
      wishes: 'not-reached',
      words: null,
      no_wishes_reason: 'No answer.',
    } as const;
    expect(anchors({ ...given, daysTried: 1 })).toEqual(['wishes']);
    expect(anchors({ ...given, daysTried: 2 })).toEqual([]);
    // Whom the log says somebody spoke to was reached.
    expect(anchors({ ...given, daysTried: 2, reachedOn: '2026-10-01' })).toEqual(['wishes']);
  });
  it('a safety need comes with what the worker must do', () =>
    expect(anchors({ ...asked, safety_need: 'yes' })).toEqual(['safety_line']));
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

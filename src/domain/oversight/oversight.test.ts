import { describe, expect, it, test } from 'vitest';
import { entryFaults, entryText } from './entry.ts';
import { highestLevel, oversightGap } from './gaps.ts';
import { urgencyFrom } from './urgency.ts';

describe('oversight that is owed', () => {
  const facts = {
    lastEntryOn: '2026-09-01',
    allocatedOn: '2026-05-01',
    usualDueOn: '2026-12-01',
    highest: 'high',
  } as const;

  it('a child at high is owed an entry after four weeks, whatever the usual time', () => {
    expect(oversightGap(facts, '2026-09-29')).toBeNull();
    expect(oversightGap(facts, '2026-09-30')).toEqual({
      kind: 'high',
      since: '2026-09-01',
      hasEntry: true,
    });
  });

  it('a child at medium is owed one after the usual time', () => {
    const medium = { ...facts, highest: 'medium' } as const;
    expect(oversightGap(medium, '2026-12-01')).toBeNull();
    expect(oversightGap(medium, '2026-12-02')?.kind).toBe('usual');
  });

  it('a child nobody has written about is counted from the day of allocation', () => {
    expect(oversightGap({ ...facts, lastEntryOn: null }, '2026-09-30')).toEqual({
      kind: 'high',
      since: '2026-05-01',
      hasEntry: false,
    });
  });

  it('the highest of the three levels counts, and none when nothing is signed', () => {
    expect(highestLevel(['low', 'very-high', 'medium'])).toBe('very-high');
    expect(highestLevel([null, null, null])).toBeNull();
  });
});

describe('what a manager writes', () => {
  it.each(['Seen', 'Noted and agreed.', 'Discussed, all ok', ''])('“%s” is refused', (words) => {
    expect(entryFaults({ checked: words, found: words })).toHaveLength(2);
  });

  it('what was read and what was found is kept under its own words', () => {
    const words = {
      checked: 'Read the last four contacts and rang his mother',
      found: 'The plan has no line for the older cousin',
    };
    expect(entryFaults(words)).toEqual([]);
    expect(entryText(words, 'Add the line by Friday')).toBe(
      'Checked: Read the last four contacts and rang his mother\n\nFound: The plan has no line for the older cousin\n\nTo do: Add the line by Friday',
    );
  });
});

test.each([
  ['2026-10-02', 'overdue'],
  ['2026-10-03', 'today'],
  ['2026-10-10', 'week'],
  ['2026-10-11', 'later'],
])('on 3 October what is due on %s is %s', (due, expected) => {
  expect(urgencyFrom('2026-10-03')(due)).toBe(expected);
});

test('four telling words say something, three do not, however many empty ones stand beside them', () => {
  const said = (checked: string) =>
    entryFaults({ checked, found: 'The plan lacks his cousin' }).length;
  expect(said('Read contacts with mother, all ok')).toBe(1);
  expect(said('Rang his mother at home')).toBe(0);
  expect(said('Seen, noted, checked, agreed: fine')).toBe(1);
  expect(entryText({ checked: ' A ', found: ' B ' }, ' ')).toBe('Checked: A\n\nFound: B');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOfRows, type MeasureRow } from './figure-of-rows.ts';
import { changesSince } from './frozen-figure.ts';
import { measures } from './measures.data.ts';

const row = (change: Partial<MeasureRow> = {}): MeasureRow => ({
  unit: 'order 1',
  person: 'EM-1',
  counted: true,
  hit: false,
  reason: 'nothing recorded',
  breakdowns: { sex: 'female' },
  ...change,
});

describe('what changed since a figure was frozen', () => {
  it.each([
    ['a late entry comes in', [], [row()], 'came-in', 0, 1, 'Recorded since'],
    [
      'an order that a correction moved to another quarter goes out',
      [row({ hit: true })],
      [],
      'went-out',
      -1,
      -1,
      'No longer in the record for this quarter',
    ],
    [
      'a home found suitable after all changes',
      [row()],
      [row({ hit: true, reason: 'all suitable' })],
      'changed',
      1,
      0,
      'What the record says of it was changed',
    ],
    [
      'an order of a record that was joined with another changes its child',
      [row()],
      [row({ person: 'EM-2' })],
      'changed',
      0,
      0,
      'Now in the record of another child: records were joined or parted',
    ],
    [
      'another group changes',
      [row()],
      [row({ breakdowns: { sex: 'male' } })],
      'changed',
      0,
      0,
      'In another group now, by sex',
    ],
  ] as const)('%s', (_name, then, now, what, numerator, denominator, why) => {
    expect(changesSince(then, now)).toMatchObject([{ what, numerator, denominator, why }]);
  });

  it('what is in neither figure is no change', () => {
    expect(changesSince([], [row({ counted: false })])).toEqual([]);
  });
});

const anyRows = fc.array(
  fc.record({
    unit: fc.constantFrom('a', 'b', 'c', 'd'),
    person: fc.constantFrom('EM-1', 'EM-2', null),
    counted: fc.boolean(),
    hit: fc.boolean(),
    reason: fc.constantFrom('one', 'two'),
    breakdowns: fc.record({ sex: fc.constantFrom('female', 'male') }),
  }),
  { maxLength: 8 },
);

it('a figure that nothing changed has no change, in whatever order its rows come', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(changesSince(rows, rows.toReversed())).toEqual([]);
    }),
  );
});

it('the changes come to the whole difference between what was frozen and what is now', () => {
  const [measure] = measures;
  if (!measure) throw new Error('No measure');
  fc.assert(
    fc.property(anyRows, anyRows, (then, now) => {
      const changes = changesSince(then, now);
      const sum = (of: 'numerator' | 'denominator') =>
        changes.reduce((total, change) => total + change[of], 0);
      const before = figureOfRows(measure, then, null);
      const after = figureOfRows(measure, now, null);
      expect(before.numerator + sum('numerator')).toBe(after.numerator);
      expect((before.denominator ?? 0) + sum('denominator')).toBe(after.denominator);
    }),
  );
});

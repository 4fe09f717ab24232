import { describe, expect, it } from 'vitest';
import { attack } from '../../../test/support/attack.ts';
import type { Publication } from './publication.ts';
import { suppress } from './suppress.ts';

/** What is printed, key by key, and why; throws what the publication is refused for. */
function printedOf(publication: Publication) {
  const found = suppress(publication);
  if (found.kind === 'refused') throw new Error(found.problems.join('; '));
  const counts = new Map(
    publication.cells.map(({ key, value }) => [key, found.marks.get(key) ?? String(value)]),
  );
  return { ...found, counts, text: [...counts.values()].join(' ') };
}

/** One row of counts, with their total last. */
const row = (...values: number[]): Publication => ({
  cells: [...values, values.reduce((sum, value) => sum + value, 0)].map((value, at) => ({
    key: at === values.length ? 'Total' : `${at}`,
    value,
  })),
  relations: [{ name: 'The row', total: 'Total', parts: values.map((_, at) => `${at}`) }],
});

describe('a row of counts with its total', () => {
  it.each<[string, number[], string]>([
    ['nothing small: all is shown', [6, 0, 40], '6 0 40 46'],
    ['one small: the next smallest goes with it, not a nought', [3, 0, 40, 9], '<6 0 40 x 52'],
    ['two small that could be several numbers protect each other', [2, 3, 40], '<6 <6 40 45'],
    ['two that can only both be 5', [5, 5, 40], '<6 <6 x 50'],
    ['two that can only both be 1', [1, 1, 40], '<6 <6 x 42'],
    ['a small total is small itself', [1, 2], '<6 <6 <6'],
    ['a small count alone in its total: the total goes too', [4, 0], '<6 0 <6'],
    [
      'five of 1 under a total of 5, which its own mark would give away',
      [1, 1, 1, 1, 1],
      '<6 <6 <6 <6 <6 x',
    ],
  ])('%s', (_, values, expected) => {
    expect(printedOf(row(...values)).text).toBe(expected);
  });

  it('without a total has nothing to give away', () => {
    expect(printedOf({ ...row(3, 40), relations: [] }).text).toBe('<6 40 43');
  });

  it('says why each count is hidden, and for which other', () => {
    expect(printedOf(row(3, 0, 40, 9)).log).toEqual([
      { key: '0', mark: '<6', why: 'small', of: null },
      { key: '3', mark: 'x', why: 'protecting', of: '0' },
    ]);
  });
});

describe('tables of one publication', () => {
  const remands: Publication = {
    cells: [
      ...Object.entries({ Asian: 20, Black: 96, Mixed: 70, Other: 19, Unknown: 5, White: 212 }),
      ['All accommodation', 422] as const,
      ...Object.entries({ Bail: 258, Community: 24, Detention: 50, 'All Other': 351 }),
    ].map(([key, value]) => ({ key, value })),
    relations: [
      {
        name: 'Remands to accommodation',
        total: 'All accommodation',
        parts: ['Asian', 'Black', 'Mixed', 'Other', 'Unknown', 'White'],
      },
      {
        name: 'Remands of other children',
        total: 'All Other',
        parts: ['Bail', 'Community', 'Other', 'Detention'],
      },
    ],
  };

  it('a count that one table hides is not given away by the total of another', () => {
    const alone = printedOf({ ...remands, relations: remands.relations.slice(0, 1) });
    expect([...alone.marks.keys()]).toEqual(['Other', 'Unknown']);
    const naive = attack({ counts: alone.counts, sums: remands.relations }, 'zero or large');
    expect(naive.certain.get('Unknown')).toBe(5);

    const together = printedOf(remands);
    const { certain } = attack(
      { counts: together.counts, sums: remands.relations },
      'zero or large',
    );
    expect(certain).toEqual(new Map());
    expect(together.marks.size).toBe(2);
    expect(together.marks.get('Unknown')).toBe('<6');
  });

  it('rates, shares and points of charts made from a hidden count are hidden with it', () => {
    const { log } = printedOf({
      ...remands,
      derived: [
        { key: 'share of Unknown', from: ['Unknown', 'All accommodation'] },
        { key: 'share of White', from: ['White', 'All accommodation'] },
        { key: 'rate of White', from: ['White'], population: 99 },
        { key: 'rate of Black', from: ['Black'], population: 100 },
      ],
    });
    expect(log.slice(-2)).toEqual([
      { key: 'share of Unknown', mark: 'x', why: 'from hidden', of: 'Unknown' },
      { key: 'rate of White', mark: 'x', why: 'few people', of: null },
    ]);
  });

  it('a count that came hidden keeps its mark, and is protected where it could be worked out', () => {
    const came: Publication = {
      cells: remands.cells.map(({ key, value }) =>
        key === 'Unknown' ? { key, value: null, carried: 's' } : { key, value },
      ),
      relations: remands.relations,
    };
    const { log, counts } = printedOf(came);
    expect(log[0]?.why).toBe('protecting');
    expect(counts.get('Unknown')).toBe('s');
    expect(log.find(({ key }) => key === 'Unknown')?.why).toBe('carried');
  });

  it('what does not add up, or is not there, is refused by name', () => {
    expect(
      suppress({ ...row(3, 4), relations: [{ name: 'The row', total: 'Total', parts: ['0'] }] }),
    ).toEqual({
      kind: 'refused',
      problems: [
        'The row: the total says 7, the parts come to 3: mend one of them, or add a part for those who are in none',
      ],
    });
    expect(suppress({ ...row(3, 4), derived: [{ key: 'a rate', from: ['9'] }] })).toEqual({
      kind: 'refused',
      problems: ['a rate: there is no cell 9'],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { findSums } from './find-sums.ts';
import { problemsOf } from './publication.ts';
import { tablePublication } from './table-publication.ts';

const problems = (table: readonly (readonly string[])[]) => {
  const found = tablePublication(table);
  return 'problems' in found ? found.problems : [];
};

describe('a table of counts read as a publication', () => {
  it('a total of one line alone is that line’s, whatever else the table holds', () => {
    const lines = [
      [3, 4],
      [9, 9],
      [3, 4],
    ];
    expect(findSums(lines, ['Girls', 'Turned away', 'All girls'])).toEqual([
      { total: 2, parts: [0] },
    ]);
  });

  it('totals are sums of the others, and the marks of others are kept', () => {
    expect(
      tablePublication([
        ['', 'Boys', 'Girls', ' total'],
        ['Asian', '7', '<6', '9'],
        ['TOTAL', '7', '2', '9'],
      ]),
    ).toEqual({
      cells: [
        { key: 'row 1, column 1', value: 7 },
        { key: 'row 1, column 2', value: null, carried: '<6' },
        { key: 'row 1, column 3', value: 9 },
        { key: 'row 2, column 1', value: 7 },
        { key: 'row 2, column 2', value: 2 },
        { key: 'row 2, column 3', value: 9 },
      ],
      relations: [
        {
          name: 'The total of row “Asian”',
          total: 'row 1, column 3',
          parts: ['row 1, column 1', 'row 1, column 2'],
        },
        {
          name: 'The total of row “TOTAL”',
          total: 'row 2, column 3',
          parts: ['row 2, column 1', 'row 2, column 2'],
        },
        {
          name: 'The total of column “Boys”',
          total: 'row 2, column 1',
          parts: ['row 1, column 1'],
        },
        {
          name: 'The total of column “Girls”',
          total: 'row 2, column 2',
          parts: ['row 1, column 2'],
        },
        {
          name: 'The total of column “ total”',
          total: 'row 2, column 3',
          parts: ['row 1, column 3'],
        },
      ],
    });
  });

  it('without a total, or with nothing but a total, nothing adds up to anything', () => {
    for (const header of ['Boys', 'Total'])
      expect(
        tablePublication([
          ['', header],
          ['Asian', '7'],
          ['Black', '8'],
        ]),
      ).toMatchObject({ relations: [] });
  });

  it.each<[string, string[][]]>([
    ['A table needs labels and counts', [['', 'Boys']]],
    ['A table needs labels and counts', [[''], ['Asian']]],
    [
      '“2” stands where a heading should: give the table its row of headings, or take out the empty line above it; write an age as “aged 2”',
      [
        ['B', '2'],
        ['Sum', '5'],
      ],
    ],
    [
      '“% of all” is not of counts and would give them away: take it out, and work it out again from what is printed',
      [
        ['', 'Boys', '% of all'],
        ['Asian', '1', '10'],
      ],
    ],
    [
      'Row “Asian” has 3 columns, the header has 2',
      [
        ['', 'Boys'],
        ['Asian', '1', '2'],
      ],
    ],
    [
      'Row “Asian”, column “Boys”: “-1” is not a whole number of 0 or more',
      [
        ['', 'Boys'],
        ['Asian', '-1'],
      ],
    ],
    [
      'Row “Asian”, column “Boys”: “12345678901234567” is too large: the most is 9,007,199,254,740,991',
      [
        ['', 'Boys'],
        ['Asian', '12345678901234567'],
      ],
    ],
    [
      'The total of row “Asian”: the total says 4, the parts come to 3: mend one of them, or add a part for those who are in none',
      [
        ['', 'Boys', 'Girls', 'Total'],
        ['Asian', '1', '2', '4'],
      ],
    ],
  ])('“%s”', (problem, table) => expect(problems(table)).toEqual([problem]));

  it('several totals are each the sum of what they add up', () => {
    const found = tablePublication([
      ['', 'Bail', 'Custody', 'Both', 'Other', 'Zz'],
      ['Boys', '3', '9', '12', '30', '42'],
      ['Girls', '8', '12', '20', '7', '27'],
    ]);
    const sums =
      'problems' in found
        ? []
        : found.relations.map(({ total, parts }) =>
            [total, ...parts].map((key) => key.at(-1)).join(''),
          );
    expect(new Set(sums)).toEqual(new Set(['312', '5124', '534']));
  });

  it('one row or one column is enough', () => {
    expect(
      problems([
        ['', 'Boys'],
        ['Asian', '1'],
      ]),
    ).toEqual([]);
  });
});

it('a total that came with a part hidden is wrong only where what is seen is more than it', () => {
  const said = (total: number) =>
    problemsOf({
      cells: [
        { key: 'all', value: total },
        { key: 'boys', value: 5 },
        { key: 'girls', value: null, carried: '<6' },
      ],
      relations: [{ name: 'row “All”', total: 'all', parts: ['boys', 'girls'] }],
    });
  expect(said(7)).toEqual([]);
  expect(said(5)).toEqual([]);
  expect(said(4)).toEqual([
    'row “All”: the total says 4, the parts come to 5: mend one of them, or add a part for those who are in none',
  ]);
});

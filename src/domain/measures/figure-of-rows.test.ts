import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOfRows, figuresByGroup, type MeasureRow } from './figure-of-rows.ts';
import { measures } from './measures.data.ts';

const measure = (id: string) => {
  const found = measures.find((each) => each.id === id);
  if (!found) throw new Error(`There is no measure ${id}`);
  return found;
};
const row = (
  counted: boolean,
  hit: boolean,
  breakdowns: MeasureRow['breakdowns'] = {},
): MeasureRow => ({ unit: 'u', person: null, counted, hit, reason: '', breakdowns });
/** So many of the numerator, of so many of the denominator. */
const rows = (hits: number, counted: number) => [
  ...Array.from({ length: hits }, () => row(false, true)),
  ...Array.from({ length: counted }, () => row(true, false)),
];

describe('the figure that an indicator’s rows make', () => {
  it.each([
    ['a share is a whole percentage', 'kpi1', 2, 3, null, '67', '200/3', 3],
    ['a share of nobody is no figure', 'kpi1', 0, 0, null, null, null, 0],
    ['a rate is by residents, not by rows', 'fte', 7, 9, 15_230, '46', '70000/1523', 15_230],
    ['a rate without residents is no figure', 'fte', 7, 9, null, null, null, null],
    [
      'custody is by a thousand, to two places',
      'custody',
      3,
      3,
      15_230,
      '0.20',
      '300/1523',
      15_230,
    ],
    ['serious violence is by ten thousand', 'kpi9', 3, 3, 15_230, '1.97', '3000/1523', 15_230],
    ['reoffending keeps one place', 'reoffending', 1, 3, null, '33.3', '100/3', 3],
    ['further offences are for each child', 'reoffences-per-child', 7, 4, null, '1.75', '7/4', 4],
    ['a plain count is divided by nothing', 'kpi10a', 12, 5, 15_230, '12', '12/1', 5],
    ['the board’s sectors are counted', 'kpi8', 4, 5, null, '4', '4/1', 5],
    ['a count of none is 0, which is a figure', 'kpi10a', 0, 0, null, '0', '0/1', 0],
  ])('%s', (_what, id, hits, counted, residents, value, exact, denominator) => {
    expect(figureOfRows(measure(id), rows(hits, counted), residents)).toEqual({
      value,
      exact,
      numerator: hits,
      denominator,
    });
  });
});

describe('the figures of the groups of a breakdown', () => {
  it('are in the order of their words, with those of whom it is not known as a group of their own', () => {
    const given = [
      row(true, true, { sex: 'male' }),
      row(true, false, { sex: 'male' }),
      row(true, true, { ethnicity: 'W1' }),
      row(true, true, { sex: 'female' }),
    ];
    expect(
      figuresByGroup(measure('kpi1'), given, null, 'sex').map(({ group, value }) => [group, value]),
    ).toEqual([
      ['female', '100'],
      ['male', '50'],
      ['not known', '100'],
    ]);
  });

  it('of a rate are each by all residents, so that they add up to the rate of the whole', () => {
    const given = ['10', '17'].map((age) => row(true, true, { age }));
    expect(
      figuresByGroup(measure('fte'), given, 10_000, 'age').map(({ value, denominator }) => [
        value,
        denominator,
      ]),
    ).toEqual([
      ['10', 10_000],
      ['10', 10_000],
    ]);
  });

  it('leave no row out and count none twice', () => {
    const some = fc.array(
      fc
        .tuple(fc.boolean(), fc.boolean(), fc.constantFrom('a', 'b', 'c'))
        .map(([counted, hit, tier]) => row(counted, hit, { tier })),
    );
    fc.assert(
      fc.property(some, (given) => {
        const whole = figureOfRows(measure('kpi9a'), given, null);
        const groups = figuresByGroup(measure('kpi9a'), given, null, 'tier');
        const sum = (what: 'numerator' | 'denominator') =>
          groups.reduce((total, group) => total + (group[what] ?? 0), 0);
        expect([sum('numerator'), sum('denominator')]).toEqual([
          whole.numerator,
          whole.denominator,
        ]);
      }),
    );
  });
});

it.each([
  ['kpi4a', 'Need for help: mental health or emotional wellbeing'],
  ['kpi5a', 'Need for help: substance use'],
])('the indicator %s is “%s”', (id, title) => expect(measure(id).title).toBe(title));

it('each indicator is listed once', () => {
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
});

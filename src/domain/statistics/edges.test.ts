import { describe, expect, it, test } from 'vitest';
import { averageMethod, averageOf } from './average.ts';
import { doubtfulOf, doubtfulVintages } from './doubtful-periods.data.ts';
import type { PublishedFigure } from './figure-cell.ts';
import { findArea } from './find-area.ts';
import { judgeFigures } from './judge-figures.ts';
import { isCovered } from './rank-coverage.data.ts';
import { placeWords, rankWords } from './rank-words.ts';
import { rankingOf } from './ranking.ts';
import { restatedWords } from './vintages.ts';

describe('places among others', () => {
  it('are given once half of all areas have a figure, and not below', () => {
    expect(isCovered(2, 4)).toBe(true);
    expect(isCovered(2, 5)).toBe(false);
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [10, '10th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [14, '14th'],
    [21, '21st'],
    [111, '111th'],
    [122, '122nd'],
  ])('%s is %s', (rank, words) => expect(rankWords({ rank, alike: 1 })).toBe(words));

  it('are shared, or are none', () => {
    expect(rankWords({ rank: 4, alike: 2 })).toBe('Joint 4th');
    expect(rankWords({ rank: null, alike: 0 })).toBe('Not ranked');
    expect(placeWords({ rank: null, of: 5, alike: 0 })).toBe('Not ranked');
  });

  it.each([
    [1, 1, 'Lowest'],
    [2, 1, '2nd lowest'],
    [3, 1, '3rd lowest'],
    [4, 1, '2nd highest'],
    [5, 1, 'Highest'],
    [4, 2, 'Joint highest'],
    [1, 2, 'Joint lowest'],
    [2, 3, 'Joint 2nd lowest'],
  ])('%s of five with %s alike is “%s”', (rank, alike, words) => {
    expect(placeWords({ rank, of: 5, alike })).toBe(words);
  });
});

const figure = (
  area_code: string,
  value: string | null,
  more: Partial<PublishedFigure> = {},
): PublishedFigure => ({
  area_code,
  period: '2023-24',
  ends_on: '2024-03-31',
  vintage: '2024-06-28',
  value,
  numerator: null,
  denominator: null,
  mark: value === null ? 'suppressed' : null,
  ...more,
});

test('equal figures share a rank and say how many do; no figure is no rank, and stands last by name', () => {
  const area = (code: string, type = 'local authority') => ({
    code,
    name: code.toUpperCase(),
    type,
    lies_in: 'r',
  });
  const rows = rankingOf(
    ['d', 'c', 'b', 'a', 'e']
      .map((code, at) => figure(code, ['5', '5', null, null, '9'][at] ?? null))
      .concat(figure('r', '1')),
    [
      ...['a', 'b', 'c', 'd', 'e'].map((code) => area(code)),
      { ...area('r', 'region'), lies_in: null },
    ],
    0,
  );
  expect(rows.map(({ name, rank, alike, region }) => [name, rank, alike, region])).toEqual([
    ['C', 1, 2, 'R'],
    ['D', 1, 2, 'R'],
    ['E', 3, 1, 'R'],
    ['A', null, 0, 'R'],
    ['B', null, 0, 'R'],
  ]);
});

test('whether a period was restated', () => {
  expect([true, false, null].map(restatedWords)).toEqual(['Restated', 'No', 'Not compared']);
});

test('vintages whose periods are not sure are those of their own measure', () => {
  expect(doubtfulVintages('first-time-entrants-rate')).toEqual(['2024-11-20']);
  expect(doubtfulVintages('custody-rate')).toEqual([]);
  expect(doubtfulOf().length).toBe(1);
});

describe('an average of areas', () => {
  const counted = (
    numerator: string | null,
    denominator: string | null,
    value: string | null = '1',
  ) => figure('a', value, { numerator, denominator });
  it('is a ratio of sums only where every count is a whole number', () => {
    const method = (...figures: PublishedFigure[]) => averageMethod(figures, 100);
    const whole = counted('1', '10');
    expect(method(whole, whole)).toBe('ratio of sums');
    for (const odd of [counted('1.5', '10'), counted(null, '10'), counted('1', 'x')])
      expect(method(whole, odd)).not.toBe('ratio of sums');
    expect(method(counted(null, null, null))).toBe('mean of rates');
  });

  it('counts only the areas that have a figure', () => {
    const figures = [figure('a', '10'), figure('b', '20'), figure('c', null)];
    expect(averageOf(figures, averageMethod(figures, null), null)).toEqual({
      value: { p: 15n, q: 1n },
      areas: 2,
    });
    for (const method of ['ratio of sums', 'mean of rates'] as const)
      expect(averageOf([figure('c', null)], method, 100)).toEqual({ value: null, areas: 0 });
  });
});

describe('a file of figures', () => {
  const header = [
    'Measure ',
    'area',
    'period',
    'vintage',
    'value',
    'source',
    'mark',
    'numerator',
    'denominator',
  ];
  const known = {
    measures: new Map([['fte', { unit: 'rate', per: '100000' }]]),
    sources: new Set(['stats']),
    areas: new Map([
      ['havering', '311'],
      ['newham', '316'],
    ]),
  };
  const good = ['fte', 'Havering', '2023-24', '2024-06-28', '180.1', 'stats', '', '', ''];
  const judge = (...rows: string[][]) =>
    judgeFigures(
      rows.map((cells, at) => ({ line: at + 1, cells })),
      known,
    );
  const problems = (at: number, text: string) =>
    judge(
      header,
      good.map((cell, index) => (index === at ? text : cell)),
    ).problems.map((problem) => problem.replace('Line 2, ', ''));

  it('is read by its headings, whatever their case; blank rows are none', () => {
    const { figures, problems: none } = judge(
      header,
      good,
      good.map(() => ' '),
    );
    expect(none).toEqual([]);
    expect(figures).toHaveLength(1);
    expect(figures[0]?.figure).toMatchObject({
      area_code: '311',
      ends_on: '2024-03-31',
      value: '180.1',
      mark: '',
      sex: 'all',
      kind: 'all',
    });
  });

  it('needs its columns, each once and no other', () => {
    expect(judge(['measure']).problems).toEqual([
      'Line 1: the header has no area, period, vintage, value, source: add the column',
    ]);
    expect(judge([...header, 'shoe size'], good).problems[0]).toContain(
      'there is no column “shoe size”',
    );
    expect(judge([...header, 'mark'], good).problems).toEqual([
      'Line 1: the column mark stands there twice: take one out',
    ]);
    expect(judge([...header, '', ''], good).problems).toEqual([]);
    expect(judge([...header, ''], [...good, 'x']).problems[0]).toContain(
      'there are more cells than headings',
    );
    expect(judge(header).problems).toEqual(['There is no row below the header']);
  });

  it.each<[number, string, string]>([
    [0, 'x', 'column measure: “x” is not a measure; there are fte'],
    [
      1,
      'Nowhere',
      'column area: “Nowhere” is not an area: give its number, its government code or its whole name',
    ],
    [
      1,
      'Haverin',
      'column area: “Haverin” is not an area: give its number, its government code or its whole name. Did you mean Havering?',
    ],
    [
      3,
      'May',
      'column vintage: “May” is not a day of publication: write 2026-05-13, 2026-05 or 2026',
    ],
    [
      3,
      '2024-03-30',
      'column period: “2023-24” ends after the figure was published (2024-03-30): one of the two is wrong',
    ],
    [4, '', 'column value: “” is no number: a withheld figure needs a mark, such as suppressed'],
    [
      4,
      '1,800',
      'column value: “1,800” is not a number of 0 or more: write 1234.5, without commas or signs',
    ],
    [
      4,
      '-1',
      'column value: “-1” is not a number of 0 or more: write 1234.5, without commas or signs',
    ],
    [5, 'x', 'column source: “x” is not a source; there are stats'],
    [
      6,
      'x',
      'column mark: “x” is not a mark; there are suppressed, not available, not available or suppressed, derived',
    ],
    [
      7,
      'ten',
      'column numerator: “ten” is not a number of 0 or more: write 1234.5, without commas or signs',
    ],
  ])('says what is wrong and how to mend it: %s “%s”', (at, text, problem) => {
    expect(problems(at, text)).toEqual([problem]);
  });

  it.each([
    ['a rate that its counts give', '180.1', '47', '26092', 0],
    ['the last place rounded up', '180.2', '47', '26092', 0],
    ['a rate above that of its counts', '180.4', '47', '26092', 1],
    ['a rate below that of its counts', '179.9', '47', '26092', 1],
    ['no number to divide by', '180.1', '47', '0', 1],
    ['a count by itself', '180.1', '47', '', 0],
  ])('a figure follows from its own counts: %s', (_what, value, numerator, denominator, faults) => {
    const row = good.with(4, value).with(7, numerator).with(8, denominator);
    expect(judge(header, row).problems).toHaveLength(faults);
  });

  it('blank cells beyond the headings hold nothing', () => {
    expect(judge(header, [...good, '', '']).problems).toEqual([]);
  });

  it.each([
    ['2024', []],
    ['2024-02', ['ends after']],
    ['2024-03', []],
    ['2024-13', ['is not a day of publication']],
    ['2024-3', ['is not a day of publication']],
  ])('a figure of the year to March 2024 that was published in %s', (vintage, says) => {
    expect(problems(3, vintage)).toEqual(says.map((each) => expect.stringContaining(each)));
  });

  it('a name that two areas have is neither', () => {
    const areas = new Map([
      ['city of eastmarsh', '1'],
      ['eastmarsh county', '2'],
      ['westmarsh city council', '3'],
    ]);
    expect(findArea('Eastmarsh', areas)).toEqual({ kind: 'not-found', near: expect.any(Array) });
    expect(findArea('Eastmarsh County', areas)).toEqual({ kind: 'found', code: '2' });
    expect(findArea('Westmarsh', areas)).toEqual({ kind: 'found', code: '3' });
    expect(findArea('County', areas)).toEqual({ kind: 'not-found', near: [] });
  });

  it('a period may end on the day of publication', () => {
    expect(problems(3, '2024-03-31')).toEqual([]);
    expect(problems(2, '2023-25')[0]).toContain('is not a period');
  });

  it('a withheld figure has a mark and no value', () => {
    const { figures } = judge(header, good.with(4, '').with(6, 'suppressed'));
    expect(figures[0]?.figure).toMatchObject({ value: '', mark: 'suppressed' });
    expect(problems(6, 'derived')).toEqual([]);
  });

  it('the same figure stands once; of another group or vintage it is another', () => {
    expect(judge(header, good, good).problems).toEqual([
      'Line 3, the same figure stands on line 2: take one of them out',
    ]);
    expect(judge(header, good, good.with(3, '2025-06-28')).problems).toEqual([]);
    expect(judge(header, good, good.with(1, 'Newham')).problems).toEqual([]);
  });
});

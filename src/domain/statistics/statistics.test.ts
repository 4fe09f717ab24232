import { describe, expect, it } from 'vitest';
import { averageMethod, averageOf } from './average.ts';
import { type Area, benchmarkOf, comparableAverage } from './benchmark.ts';
import { compareVintages, type HeldFigure, shown } from './compare-vintages.ts';
import { figureWithUnit, type PublishedFigure, valueCell } from './figure-cell.ts';
import { periodEnd, periodLength, periodWords, vintageWords } from './period.ts';
import { publishedRankWords } from './published-rank.ts';
import { placeWords, rankSentence, rankWords } from './rank-words.ts';
import { rankingOf } from './ranking.ts';
import { vintagesOf } from './vintages.ts';

const figure = (area: string, value: string | null, more: Partial<PublishedFigure> = {}) => ({
  area_code: area,
  period: '2023-24',
  ends_on: '2024-03-31',
  vintage: '2024-06-28',
  value,
  numerator: null,
  denominator: null,
  mark: value === null ? 'suppressed' : null,
  ...more,
});
const area = (code: string, lies_in: string | null = 'R', type = 'local authority'): Area => ({
  code,
  name: code,
  type,
  lies_in,
});

describe('periods and vintages', () => {
  it.each([
    ['2022', '2022-12-31', '2022'],
    ['2022-23', '2023-03-31', '2022-23'],
    ['1999-00', '2000-03-31', '1999-00'],
    ['2011-12', '2012-03-31', '2011-12'],
    ['2011-11', '2011-11-30', 'November 2011'],
    ['2022-04 to 2022-06', '2022-06-30', 'Apr 2022 to Jun 2022'],
  ])('%s ends on %s and reads “%s”', (text, end, words) => {
    expect(periodEnd(text)).toBe(end);
    expect(periodWords(text)).toBe(words);
  });

  it.each(['2022-24', '22', '2022-13', '2022-06 to 2022-04', '2022/23', ''])(
    '“%s” is no period',
    (text) => expect(periodEnd(text)).toBeNull(),
  );

  it.each([
    ['2022', 'year'],
    ['2011-12', 'year'],
    ['2021-07 to 2022-06', 'year'],
    ['2022-04 to 2022-06', 'quarter'],
    ['2011-11', 'month'],
    ['2022-01 to 2022-06', 'other'],
  ])('%s is a %s', (text, length) => {
    expect(periodLength(text)).toBe(length);
  });

  it('a vintage may be a day, a month or a year', () => {
    expect(['2025-02-04', '2026-05', '2026'].map(vintageWords)).toEqual([
      '4 February 2025',
      'May 2026',
      '2026',
    ]);
  });
});

describe('an average of areas', () => {
  const counted = [
    figure('a', '180', { numerator: '47', denominator: '26092' }),
    figure('b', '229', { numerator: '66', denominator: '28797' }),
    figure('c', '177', { numerator: '60', denominator: '33930' }),
  ];

  it('is the sum over the sum where both counts are public, and not the mean of three rates', () => {
    const method = averageMethod(counted, 100_000);
    const { value, areas } = averageOf(counted, method, 100_000);
    expect([method, areas]).toEqual(['ratio of sums', 3]);
    expect(value).toEqual({ p: 17_300_000n, q: 88_819n });
  });

  it('is a mean of rates when any count is missing, of those areas that have a figure', () => {
    const some = [figure('a', '100'), figure('b', '201'), figure('c', null)];
    expect(averageMethod(some, 100_000)).toBe('mean of rates');
    expect(averageOf(some, 'mean of rates', 100_000)).toEqual({
      value: { p: 301n, q: 2n },
      areas: 2,
    });
  });
});

describe('an area beside others', () => {
  const areas = [
    area('a'),
    area('b'),
    area('c'),
    area('R', 'E', 'region'),
    area('E', null, 'country'),
  ];
  const asked = {
    measure: { per: 100_000, places: 0 },
    chosen: area('a'),
    comparators: { name: 'its family', members: ['a', 'b', 'c'] },
    areas,
    figures: [
      figure('a', '20', { numerator: '3', denominator: '26092' }),
      figure('b', '20'),
      figure('c', null),
      figure('E', '10'),
    ],
  };

  it('leaves itself out of its family, leaves out a region without a figure, and names who has none', () => {
    const { rows, without, members } = benchmarkOf(asked);
    expect(rows.map(({ name }) => name)).toEqual(['a', 'Average of its family', 'E', 'b']);
    expect([members, without]).toEqual([2, ['c']]);
  });

  it('says beside the average who has no figure, once where it is the same in every period', () => {
    const one = benchmarkOf(asked);
    const average = one.rows.find(({ part }) => part === 'average');
    expect(average?.note).toBe('Of 1 of 2 areas: no figure for c');
    const later = { period: '2024-25', ends_on: '2025-03-31' };
    const two = benchmarkOf({
      ...asked,
      figures: [...asked.figures, figure('b', '30', later), figure('c', '40', later)],
    });
    expect(two.averaged).toEqual(['Of 1 of 2 areas: no figure for c', 'Of all 2 areas']);
    expect(two.rows.find(({ part }) => part === 'average')).toMatchObject({
      note: null,
      cells: [{ warning: 'Of 1 of 2 areas: no figure for c' }, { warning: null }],
    });
  });

  it('shares a rank with an equal, ranks authorities only, and warns of a count under six', () => {
    const { ranks, rows } = benchmarkOf(asked);
    expect(ranks).toEqual([{ rank: 1, of: 2, among: 3, alike: 2 }]);
    expect(rows[0]?.cells[0]?.warning).toContain('A count of 3');
  });

  it('gives no rank where fewer than half of all areas have a figure, in the list of all no more than beside others', () => {
    const many = [...areas, ...['d', 'e', 'f'].map((code) => area(code))];
    const [rank] = benchmarkOf({ ...asked, areas: many }).ranks;
    expect(rank).toMatchObject({ rank: null, of: 2, among: 6 });
    expect(rank && rankSentence(rank)).toBe(
      'Not ranked: only 2 of 6 local authorities have a figure',
    );
    const ranked = rankingOf([figure('b', '30'), figure('a', '20')], many, 0);
    expect(ranked.map(({ name, rank }) => [name, rank])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it('joins in one line only averages of the same areas as the newest', () => {
    const later = { period: '2024-25', ends_on: '2025-03-31' };
    const benchmark = benchmarkOf({
      ...asked,
      figures: [...asked.figures, figure('b', '30', later), figure('c', '40', later)],
    });
    expect(comparableAverage(benchmark)).toEqual([null, 35]);
  });

  it('says a place from the nearer end, and from the end that the table counts from too', () => {
    expect(rankSentence({ rank: 83, of: 126, among: 158, alike: 2 })).toBe(
      'Joint 43rd highest of the 126 local authorities with a figure, of 158 in all (Joint 83rd from the lowest)',
    );
    expect(rankSentence({ rank: null, of: 126, among: 158, alike: 0 })).toBe(
      'Not ranked: no figure; 126 local authorities have one',
    );
  });

  it('repeats a place that a document prints with what it says, and says what it does not', () => {
    const printed = {
      measure: 'custody-rate',
      area: '311',
      period: '2023-24',
      rank: '98',
      of: '154',
      year_before: '112',
      among: 'youth justice services',
      source: 'a plan',
    };
    expect(publishedRankWords(printed)).toBe(
      `${periodWords('2023-24')}: 98 of 154 (youth justice services); 112 the year before. As printed in: a plan`,
    );
    expect(publishedRankWords({ ...printed, of: '', year_before: '' })).toContain(
      '98, of how many it does not say. As',
    );
  });

  it('lists every authority lowest first, with those without a figure at the end', () => {
    const ranked = rankingOf([...asked.figures, figure('d', '5')], [...areas, area('d')], 0);
    expect(ranked.map(({ name, rank }) => `${name} ${rank}`)).toEqual([
      'd 1',
      'a 2',
      'b 2',
      'c null',
    ]);
  });
});

describe('a place among others', () => {
  it.each([
    [1, 3, 1, 'Lowest'],
    [2, 3, 1, '2nd lowest'],
    [3, 3, 1, 'Highest'],
    [1, 145, 2, 'Joint lowest'],
    [144, 145, 2, 'Joint highest'],
    [144, 145, 1, '2nd highest'],
    [52, 145, 3, 'Joint 52nd lowest'],
    [143, 145, 2, 'Joint 2nd highest'],
  ])('rank %i of %i, %i alike, is said from the nearer end: %s', (rank, of, alike, words) => {
    expect(placeWords({ rank, of, alike })).toBe(words);
  });

  it('is counted from the lowest in a table', () => {
    expect(rankWords({ rank: 3, alike: 1 })).toBe('3rd');
    expect(rankWords({ rank: 12, alike: 2 })).toBe('Joint 12th');
  });

  it('a percentage stands at its sign, and other units after a space', () => {
    expect(figureWithUnit(valueCell({ p: 50n, q: 1n }, 1), '%')).toBe('50.0%');
    expect(figureWithUnit(valueCell({ p: 180n, q: 1n }, 0), 'per 100,000 children')).toBe(
      '180 per 100,000 children',
    );
  });
});

describe('vintages', () => {
  it('tells a period that was restated from one that was printed with more places', () => {
    const { rows, vintages } = vintagesOf(
      [
        figure('a', '133', { period: '2022', vintage: '2024-11-20' }),
        figure('a', '107', { period: '2022', vintage: '2025-02-04' }),
        figure('a', '20', { period: '2021', vintage: '2024-11-20' }),
        figure('a', '20.0', { period: '2021', vintage: '2025-02-04' }),
      ],
      0,
      [],
    );
    expect(vintages).toEqual(['20 November 2024', '4 February 2025']);
    expect(rows.map(({ isRestated }) => isRestated)).toEqual([true, false]);
  });

  it('calls nothing restated between a vintage whose periods are sure and one whose periods are not', () => {
    const { rows, doubtful } = vintagesOf(
      ['2024-11-20', '2025-02-04', '2026-05'].flatMap((vintage, at) => [
        figure('a', `${100 + at}`, { period: '2022', vintage }),
        ...(at < 2 ? [figure('a', `${200 + at}`, { period: '2021', vintage })] : []),
      ]),
      0,
      ['2024-11-20'],
    );
    expect(doubtful).toEqual(['20 November 2024']);
    expect(rows.map(({ isRestated }) => isRestated)).toEqual([true, null]);
  });

  it('a file’s figure is not laid beside a vintage whose periods are not sure', () => {
    const held: HeldFigure = {
      measure_id: 'first-time-entrants-rate',
      area_code: '311',
      period: '2022',
      ethnicity: 'all',
      sex: 'all',
      age: 'all',
      kind: 'all',
      vintage: '2024-11-20',
      value: '133',
      numerator: '',
      denominator: '',
      mark: '',
    };
    const later = { ...held, vintage: '2026-05', value: '130', ends_on: '', source_id: '' };
    const [found] = compareVintages([{ line: 2, figure: later }], [held]).comparisons;
    expect(found).toMatchObject({ verdict: 'new', before: null });
  });

  it.each([
    ['12', '3', '25', '', '12 (3 of 25)'],
    ['12', '3', '', '', '12 (3)'],
    ['12', '', '', '', '12'],
    ['', '', '', 'suppressed', 'suppressed'],
  ])(
    'a report shows the value %j of %j among %j, or its mark %j: %s',
    (value, numerator, denominator, mark, text) => {
      expect(shown({ value, numerator, denominator, mark })).toBe(text);
    },
  );

  it('a withheld figure that is published later is a restatement', () => {
    const held: HeldFigure = {
      measure_id: 'm',
      area_code: '311',
      period: '2022',
      ethnicity: 'all',
      sex: 'all',
      age: 'all',
      kind: 'all',
      vintage: '2024',
      value: '',
      numerator: '',
      denominator: '',
      mark: 'suppressed',
    };
    const later = { ...held, vintage: '2025', value: '12', mark: '', ends_on: '', source_id: '' };
    const { comparisons } = compareVintages([{ line: 2, figure: later }], [held]);
    expect(comparisons.map(({ verdict }) => verdict)).toEqual(['restated']);
  });

  it.each([
    ['the same figure', {}, 'same', []],
    ['the same number with another nought', { value: '12.0' }, 'same', []],
    ['another value', { value: '13' }, 'same', ['12 (3 of 25) and the file has 13 (3 of 25)']],
    ['another count', { numerator: '4' }, 'same', ['12 (3 of 25) and the file has 12 (4 of 25)']],
    ['another mark', { mark: 'derived' }, 'same', ['12 (3 of 25) and the file has 12 (3 of 25)']],
    ['a later vintage of the same', { vintage: '2025' }, 'unchanged', []],
    ['a later vintage of another base', { vintage: '2025', denominator: '26' }, 'restated', []],
    ['a later vintage that is derived', { vintage: '2025', mark: 'derived' }, 'restated', []],
    ['an earlier vintage', { vintage: '2023' }, 'earlier', []],
  ])('a vintage that is held never changes: %s', (_what, more, verdict, problems) => {
    const held: HeldFigure = {
      measure_id: 'm',
      area_code: '311',
      period: '2022',
      ethnicity: 'all',
      sex: 'all',
      age: 'all',
      kind: 'all',
      vintage: '2024',
      value: '12',
      numerator: '3',
      denominator: '25',
      mark: '',
    };
    const figure = { ...held, ends_on: '', source_id: '', ...more };
    const found = compareVintages([{ line: 2, figure }], [held]);
    expect(found.comparisons.map((each) => each.verdict)).toEqual([verdict]);
    expect(found.problems).toEqual(problems.map((each) => expect.stringContaining(each)));
  });
});

import { describe, expect, test } from 'vitest';
import {
  publishedPercentage,
  ratingOfPercentage,
  ratingOfScore,
  wholePercentage,
} from './bands.ts';
import { frameworks, shipped } from './frameworks.fixture.ts';
import { printedCounts } from './printed-counts.ts';
import { rateRecords } from './rate-records.ts';
import { rateFromKeyQuestions } from './rate-standard.ts';
import { listOf, readAs, whole, words } from './shape.ts';
import { tallyJudgements } from './tally.ts';

const framework = shipped('2021');

describe('bands', () => {
  test.each([
    [0, 'Inadequate'],
    [49, 'Inadequate'],
    [50, 'Requires improvement'],
    [64, 'Requires improvement'],
    [65, 'Good'],
    [79, 'Good'],
    [80, 'Outstanding'],
    [100, 'Outstanding'],
  ])('%s%% is %s', (percentage, rating) => {
    expect(ratingOfPercentage(framework, percentage).name).toBe(rating);
  });

  test('what is no whole percentage has no band, nor a score above its highest', () => {
    for (const odd of [-1, 101, 49.5])
      expect(() => ratingOfPercentage(framework, odd)).toThrow(RangeError);
    expect(ratingOfScore(framework, 36, 37)).toBeNull();
    expect(ratingOfScore(framework, 35, 10)).toBeNull();
    expect(ratingOfScore(framework, 36, 0)?.name).toBe('Inadequate');
  });

  test('a percentage is rounded half up, from cases exactly', () => {
    expect([49.4, 49.5, 50].map(wholePercentage)).toEqual([49, 50, 50]);
    expect(publishedPercentage({ yes: 1, of: 8 })).toBe(13);
    expect(publishedPercentage({ yes: 11, of: 18 })).toBe(61);
  });
});

describe('a standard from its key questions', () => {
  const standard = (id: string) => {
    const found = framework.domains
      .flatMap(({ standards }) => standards)
      .find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  const rate = (id: string, ...results: (number | null)[]) => {
    const questions = standard(id).keyQuestions;
    return rateFromKeyQuestions(
      framework,
      standard(id),
      new Map(
        results.flatMap((result, at) =>
          result === null ? [] : [[questions[at]?.id ?? '', result] as const],
        ),
      ),
    );
  };

  test('is that of the lowest, once all are known', () => {
    expect(rate('2.1', 83, 61, 78)).toMatchObject({
      lowest: 61,
      rating: { name: 'Requires improvement' },
    });
    expect(rate('2.1', 83, 61, null)).toMatchObject({
      lowest: 61,
      rating: null,
      atBest: { name: 'Requires improvement' },
    });
  });

  test('is settled before all are known when it can fall no further', () => {
    expect(rate('2.1', 20, null, null)).toMatchObject({ rating: { name: 'Inadequate' } });
    expect(rate('2.1', null, null, null)).toMatchObject({
      lowest: null,
      rating: null,
      atBest: null,
    });
  });

  test('that is judged from evidence follows from no percentage', () => {
    expect(rate('1.1', 20)).toMatchObject({ rating: null, atBest: null });
  });
});

test('a case not judged yet is neither a yes nor a no', () => {
  expect(tallyJudgements(['yes', null, 'no', 'yes'])).toEqual({ yes: 2, of: 3, notYet: 1 });
  expect(tallyJudgements([])).toEqual({ yes: 0, of: 0, notYet: 0 });
});

describe('children counted in groups', () => {
  const group = (what: string, count: number) => ({ what, count });
  test('are printed, small groups hidden with what gives them away', () => {
    const [sex] = printedCounts([{ what: 'Sex', counts: [group('Boys', 20), group('Girls', 10)] }]);
    expect(sex).toEqual({
      what: 'Sex',
      counts: [
        { what: 'Boys', count: '20' },
        { what: 'Girls', count: '10' },
      ],
    });
    const found = printedCounts([
      { what: 'Sex', counts: [group('Boys', 20), group('Girls', 12), group('Others', 3)] },
    ]);
    expect(found[0]?.counts.at(-1)?.count).toBe('<6');
    expect(found[0]?.counts.filter(({ count }) => /^\d/.test(count))).toHaveLength(1);
  });

  test('of which all are few are not printed at all, nor are none', () => {
    expect(printedCounts([{ what: 'Sex', counts: [group('Boys', 2), group('Girls', 1)] }])).toEqual(
      [],
    );
    expect(printedCounts([])).toEqual([]);
  });

  test('of which two ways do not come to the same are refused', () => {
    const sets = [
      { what: 'Sex', counts: [group('Boys', 20)] },
      { what: 'Age', counts: [group('Under 16', 19)] },
    ];
    expect(() => printedCounts(sets)).toThrow('Age: the total says 20, the parts come to 19');
  });
});

describe('what is stated against what follows', () => {
  const numbers = '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4'.split(' ');
  const all = (rating: string, ids = numbers) =>
    Object.fromEntries(ids.map((id) => [id, { rating }]));
  const said = (record: object) => {
    const outcome = rateRecords(frameworks, { service: 'Eastmarsh', framework: '2021', ...record });
    if (outcome.kind === 'refused') throw new Error(outcome.problems.join());
    return outcome.results.flatMap(({ contradictions }) =>
      contradictions.map(({ message }) => message),
    );
  };
  const eleven = numbers.slice(0, -1);

  test.each<[string, object, string[]]>([
    [
      'nothing',
      { standards: all('Good'), overallScore: 24, overallMax: 36, overallRating: 'Good' },
      [],
    ],
    [
      'the score',
      { standards: all('Good'), overallScore: 23 },
      ['The score is stated as 23, but the standards add up to 24'],
    ],
    [
      'the rating',
      { standards: all('Good'), overallRating: 'Outstanding' },
      ['The overall rating is stated as Outstanding, but 24 of 36 is Good'],
    ],
    [
      'a score above its highest',
      { overallScore: 37, overallMax: 36 },
      ['The score, 37, is above the highest score, 36'],
    ],
    [
      'its highest score',
      { standards: all('Good'), overallMax: 33 },
      ['The highest score is stated as 33, but the standards of “'],
    ],
    [
      'too low for the standards stated',
      { standards: all('Good', eleven), overallScore: 21, overallMax: 36 },
      ['The score is stated as 21, but the standards stated already add up to 22'],
    ],
    [
      'too high for the standards stated',
      { standards: all('Good', eleven), overallScore: 26, overallMax: 36 },
      ['The score is stated as 26, but with the standards stated it can be 25 at most'],
    ],
    ['just possible', { standards: all('Good', eleven), overallScore: 25, overallMax: 36 }, []],
    ['as low as can be', { standards: all('Good', eleven), overallScore: 22, overallMax: 36 }, []],
    [
      'a rating that can no longer be',
      { standards: all('Good', eleven), overallRating: 'Inadequate' },
      ['With the standards stated, the overall rating cannot be Inadequate'],
    ],
    [
      'a rating too good to be',
      { standards: all('Inadequate', eleven), overallRating: 'Outstanding' },
      ['With the standards stated, the overall rating cannot be Outstanding'],
    ],
    ['a rating that may still be', { standards: all('Good', eleven), overallRating: 'Good' }, []],
    [
      'a standard that there is not',
      { standards: { '9.9': { rating: 'Good' } } },
      ['The 2021 framework has no standard 9.9'],
    ],
    [
      'resettlement twice',
      { standards: { '4.1': { rating: 'Good' } }, resettlement: 'Inadequate' },
      ['Resettlement is stated as Inadequate, but its standard is Good'],
    ],
    ['resettlement once', { resettlement: 'Inadequate' }, []],
  ])('%s', (_what, record, messages) => {
    const found = said(record);
    expect(found).toHaveLength(messages.length);
    for (const [at, message] of messages.entries()) expect(found[at]).toContain(message);
  });

  test('a framework without resettlement gives it no rating', () => {
    const messages = (resettlement: string) => said({ framework: '2018', resettlement });
    expect(messages('Good')).toEqual([
      'The 2018 framework gives resettlement no rating of its own',
    ]);
  });
});

test('a list says how many it must hold at least', () => {
  const problems = (reader: ReturnType<typeof listOf>, value: unknown) => {
    const found = readAs(reader, value);
    return found.kind === 'refused' ? found.problems : [];
  };
  expect(problems(listOf(words), 'x')).toEqual([{ field: '', problem: 'must be a list' }]);
  expect(problems(listOf(words, 2), ['x'])).toEqual([
    { field: '', problem: 'must be a list of at least 2' },
  ]);
  expect(problems(listOf(words, 1), ['x'])).toEqual([]);
  expect(problems(listOf(whole), [0, -1, 1.5])).toHaveLength(2);
});

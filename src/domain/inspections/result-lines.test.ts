import { describe, expect, test } from 'vitest';
import results from '../../../db/reference/inspections/published-results.json' with {
  type: 'json',
};
import { frameworks, shipped } from './frameworks.fixture.ts';
import { publishedResultsFile } from './published.ts';
import { chosenResults, followsWords, resultLines } from './result-lines.ts';
import { scoreDistribution } from './score-distribution.ts';
import { readAs } from './shape.ts';

const read = readAs(publishedResultsFile, results);
if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
const lines = resultLines(frameworks, read.value);
const asked = { q: '', framework: '', rating: '', sort: '' };

describe('the list of published results', () => {
  test('has every result under an address of its own', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(45);
  });

  test('explains each result by its standards, by its score, or by what is missing', () => {
    const words = lines.map(followsWords);
    expect(words.filter((word) => word.startsWith('Nothing'))).toHaveLength(15);
    expect(words).toContain('Good, from all 12 standards');
    const norfolk = lines.find(({ published }) => published.service === 'Norfolk');
    expect(norfolk && followsWords(norfolk)).toBe(
      'Good, from the score alone: 4 of 12 standards are stated',
    );
  });

  test('can be searched, filtered and ordered, with what is not known last', () => {
    const names = (some: Partial<typeof asked>) =>
      chosenResults(lines, { ...asked, ...some }).map(({ published }) => published);
    expect(names({ q: ' HAVER ' }).map(({ service }) => service)).toEqual(['Havering']);
    expect(new Set(names({ framework: '2025' }).map(({ framework }) => framework))).toEqual(
      new Set(['2025']),
    );
    expect(new Set(names({ rating: 'outstanding' }).map((one) => one.overallRating))).toEqual(
      new Set(['Outstanding']),
    );
    const scores = names({ sort: 'score' }).map(({ overallScore }) => overallScore ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const services = names({ sort: 'service' }).map(({ service }) => service);
    expect(services).toEqual([...services].sort((a, b) => a.localeCompare(b, 'en')));
    const days = names({}).map(({ published }) => published ?? '');
    expect(days).toEqual([...days].sort().reverse());
  });

  test('stands by name among those of one day, and of one score', () => {
    const alike = lines.map((line) => ({
      ...line,
      published: { ...line.published, published: '2025-01-01', overallScore: 20 },
    }));
    for (const sort of ['', 'score'])
      expect(chosenResults(alike, { ...asked, sort })).toEqual(
        chosenResults(alike, { ...asked, sort: 'service' }),
      );
  });
});

test('scores are drawn in ranges that never cross the edge of a rating and lose no result', () => {
  const all = Array.from({ length: 37 }, (_, score) => score);
  const ranges = scoreDistribution(shipped('2021'), 36, all);
  expect(ranges[0]).toEqual({ from: 0, to: 0, rating: 'Inadequate', count: 1 });
  expect(ranges.find(({ to }) => to === 18)).toEqual({
    from: 16,
    to: 18,
    rating: 'Requires improvement',
    count: 3,
  });
  expect(ranges.flatMap(({ from, to }) => all.slice(from, to + 1))).toEqual(all);
});

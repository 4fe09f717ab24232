import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  publishedPercentage,
  ratingOfPercentage,
  ratingOfScore,
  wholePercentage,
} from './bands.ts';
import { withDiscretion } from './discretion.ts';
import type { Framework, Rating, Standard } from './framework.ts';
import { frameworks, shipped } from './frameworks.fixture.ts';
import { countingStandards, highestScore, standardsOf } from './in-framework.ts';
import { rateOverall } from './rate-overall.ts';
import { rateFromKeyQuestions } from './rate-standard.ts';

const inspections = frameworks.flatMap((framework) =>
  framework.inspectionTypes.map((type) => ({ framework, type })),
);
const anyInspection = fc.constantFrom(...inspections);
const anyRatings = anyInspection.chain(({ framework, type }) => {
  const standards = standardsOf(framework).filter(({ id }) => type.standards.includes(id));
  return fc
    .tuple(...standards.map(() => fc.constantFrom(...framework.ratings)))
    .map((ratings) => ({ framework, type, standards, ratings }));
});
const byId = (standards: readonly Standard[], ratings: readonly Rating[]) =>
  new Map(standards.flatMap(({ id }, at) => (ratings[at] ? [[id, ratings[at]]] : [])));
const pointsOf = (rating: Rating | null) => rating?.points ?? -1;

describe('the overall rating', () => {
  test('is the band of the sum of the standards that count, and of nothing else', () => {
    fc.assert(
      fc.property(anyRatings, ({ framework, type, standards, ratings }) => {
        const overall = rateOverall(framework, type, byId(standards, ratings));
        const sum = standards.reduce(
          (points, { counts }, at) => points + (counts ? (ratings[at]?.points ?? 0) : 0),
          0,
        );
        expect(overall.points).toBe(sum);
        const bands = framework.scoreBands.find(({ max }) => max === overall.max)?.bands ?? [];
        const band = bands.filter(({ from, to }) => from <= sum && sum <= to);
        expect(band.map(({ rating }) => rating)).toEqual([overall.rating?.name]);
      }),
    );
  });

  test('never falls when a standard rises', () => {
    fc.assert(
      fc.property(anyRatings, fc.nat(), ({ framework, type, standards, ratings }, pick) => {
        const at = pick % ratings.length;
        const better = framework.ratings[framework.ratings.indexOf(ratings[at] ?? noRating) + 1];
        fc.pre(better !== undefined);
        const before = rateOverall(framework, type, byId(standards, ratings));
        const raised = byId(standards, better ? ratings.with(at, better) : ratings);
        const after = rateOverall(framework, type, raised);
        expect(pointsOf(after.rating)).toBeGreaterThanOrEqual(pointsOf(before.rating));
      }),
    );
  });

  test('does not depend on the order in which the standards are given', () => {
    fc.assert(
      fc.property(anyRatings, ({ framework, type, standards, ratings }) => {
        const given = byId(standards, ratings);
        const reversed = new Map([...given].reverse());
        expect(rateOverall(framework, type, reversed)).toEqual(rateOverall(framework, type, given));
      }),
    );
  });

  test('changes at each boundary, and only there', () => {
    const ends: Record<number, readonly number[]> = {
      12: [2, 6, 10],
      21: [3, 10, 17],
      24: [4, 12, 20],
      36: [6, 18, 30],
    };
    for (const { framework, type } of inspections) {
      const max = highestScore(framework, type);
      for (let score = 0; score <= max; score += 1) {
        const band = (ends[max] ?? []).filter((end) => end < score).length;
        expect(ratingOfScore(framework, max, score)).toBe(framework.ratings[band]);
      }
      expect(ratingOfScore(framework, max, max + 1)).toBeNull();
    }
  });

  test('does not follow while a standard that counts is missing', () => {
    fc.assert(
      fc.property(anyRatings, fc.nat(), ({ framework, type, standards, ratings }, pick) => {
        const given = byId(standards, ratings);
        const counting = countingStandards(framework, type);
        const left = counting[pick % counting.length]?.id ?? '';
        given.delete(left);
        expect(rateOverall(framework, type, given)).toMatchObject({
          rating: null,
          missing: [left],
        });
      }),
    );
  });
});

describe('a standard rated by its key questions', () => {
  const fromCases = standardsOf(shipped('2021')).filter((one) => one.rated !== 'judged');
  const anyStandard = fc.constantFrom(...fromCases);
  const threePercentages = fc.tuple(percent(), percent(), percent());
  const rated = (framework: Framework, standard: Standard, values: readonly number[]) =>
    rateFromKeyQuestions(
      framework,
      standard,
      new Map(standard.keyQuestions.map(({ id }, at) => [id, values[at] ?? 0])),
    ).rating;

  test('takes the band of the lowest, in whatever order they stand', () => {
    fc.assert(
      fc.property(anyStandard, threePercentages, (standard, values) => {
        const framework = shipped('2021');
        const expected = ratingOfPercentage(framework, Math.min(...values));
        expect(rated(framework, standard, values)).toBe(expected);
        expect(rated(framework, standard, values.toReversed())).toBe(expected);
      }),
    );
  });

  test('never falls when a key question rises', () => {
    fc.assert(
      fc.property(
        anyStandard,
        threePercentages,
        fc.nat(2),
        fc.nat(100),
        (standard, values, at, by) => {
          const framework = shipped('2021');
          const raised = values.with(at, Math.min(100, (values[at] ?? 0) + by));
          expect(pointsOf(rated(framework, standard, raised))).toBeGreaterThanOrEqual(
            pointsOf(rated(framework, standard, values)),
          );
        },
      ),
    );
  });

  test('changes at 50, 65 and 80, and only there', () => {
    for (const framework of frameworks)
      for (let percentage = 0; percentage <= 100; percentage += 1)
        expect(ratingOfPercentage(framework, percentage)).toBe(
          framework.ratings[[50, 65, 80].filter((from) => from <= percentage).length],
        );
  });
});

describe('a percentage', () => {
  test('of cases is a whole number, half up, exact for any number of cases', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const [yes, of] = one <= other ? [one, Math.max(1, other)] : [other, one];
        const whole = BigInt(publishedPercentage({ yes, of }));
        // whole - 1/2 <= 100 yes / of < whole + 1/2
        expect((2n * whole - 1n) * BigInt(of) <= 200n * BigInt(yes)).toBe(true);
        expect(200n * BigInt(yes) < (2n * whole + 1n) * BigInt(of)).toBe(true);
      }),
    );
  });

  test('given with places is rounded before it is banded', () => {
    expect([49.5, 64.5, 64.49, 79.5, 0.4, 100].map(wholePercentage)).toEqual([
      50, 65, 64, 80, 0, 100,
    ]);
  });
});

describe('discretion', () => {
  const framework = shipped('2021');
  const anyRating = fc.constantFrom(...framework.ratings);

  test('moves a rating exactly one band, and only with a reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...standardsOf(framework)),
        anyRating,
        anyRating,
        fc.constantFrom('', '  ', 'One file was lost in the move between systems.'),
        (standard, from, to, reason) => {
          const after = withDiscretion(framework, standard, from, { to: to.name, reason });
          const allowed =
            standard.rated === 'lowest-key-question' &&
            Math.abs(from.points - to.points) === 1 &&
            reason.trim() !== '';
          expect(after.kind).toBe(allowed ? 'moved' : 'refused');
          if (after.kind === 'moved') expect(after.to).toBe(to);
        },
      ),
    );
  });
});

const noRating: Rating = { name: '', points: -1 };

function percent() {
  return fc.integer({ min: 0, max: 100 });
}

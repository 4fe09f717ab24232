import { ratingOfScore } from './bands.ts';
import type { Framework, InspectionType, Rating } from './framework.ts';
import { countingStandards, highestScore } from './in-framework.ts';

export type Overall = {
  /** Points so far, of the standards that count. */
  readonly points: number;
  readonly max: number;
  /** Standards that count and have no rating yet, in order. */
  readonly missing: readonly string[];
  /** Null until every counting standard is rated. */
  readonly rating: Rating | null;
  /** Why the bands are not confirmed, where they are not. */
  readonly provisional: string | null;
};

/** The overall rating and what it rests on; all null when nothing follows. */
export type Follows = {
  /** Every standard that counts, a score alone, or nothing. */
  readonly basis: 'standards' | 'score' | 'none';
  readonly score: number | null;
  readonly max: number | null;
  readonly overall: Rating | null;
};

/** Adds up the standards of an inspection and bands the sum; what does not count stays beside it, and nothing caps it. */
export function rateOverall(
  framework: Framework,
  type: InspectionType,
  ratings: ReadonlyMap<string, Rating>,
): Overall {
  const counting = countingStandards(framework, type);
  const points = counting.reduce((sum, { id }) => sum + (ratings.get(id)?.points ?? 0), 0);
  const missing = counting.flatMap(({ id }) => (ratings.has(id) ? [] : [id]));
  const max = highestScore(framework, type);
  return {
    points,
    max,
    missing,
    rating: missing.length === 0 ? ratingOfScore(framework, max, points) : null,
    provisional: framework.scoreBands.find((bands) => bands.max === max)?.provisional ?? null,
  };
}

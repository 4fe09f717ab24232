import type { Framework } from './framework.ts';

/** Scores that are drawn as one bar: three points or fewer, never across the edge of a rating. */
export type ScoreRange = {
  readonly from: number;
  readonly to: number;
  readonly rating: string;
  readonly count: number;
};

const POINTS = 3;

/** How many results fell where, on the framework's scale out of `max`, from the lowest score up. */
export function scoreDistribution(
  framework: Framework,
  max: number,
  scores: readonly number[],
): ScoreRange[] {
  const bands = framework.scoreBands.find((scale) => scale.max === max)?.bands ?? [];
  return bands.flatMap(({ rating, from, to }) =>
    Array.from({ length: Math.ceil((to - from + 1) / POINTS) }, (_, index) => {
      const top = to - index * POINTS;
      const bottom = Math.max(from, top - POINTS + 1);
      const count = scores.filter((score) => bottom <= score && score <= top).length;
      return { from: bottom, to: top, rating, count };
    }).reverse(),
  );
}

import { publishedPercentage, ratingOfPercentage, wholePercentage } from './bands.ts';
import type { Framework, Rating, Standard } from './framework.ts';
import type { KeyQuestionResult } from './read-stated.ts';

export type StandardFromCases = {
  /** Whole percentages by key question, in the framework's order; null where nothing is known. */
  readonly percentages: readonly { readonly id: string; readonly percentage: number | null }[];
  /** The lowest of those known. */
  readonly lowest: number | null;
  /** The band of the lowest, once every key question is known or the lowest can fall no further. */
  readonly rating: Rating | null;
  /** The best rating that is still possible. */
  readonly atBest: Rating | null;
};

/** Rates a standard by its lowest key question; a standard that is judged gets no rating from percentages. */
export function rateFromKeyQuestions(
  framework: Framework,
  standard: Standard,
  results: ReadonlyMap<string, KeyQuestionResult>,
): StandardFromCases {
  const percentages = standard.keyQuestions.map(({ id }) => {
    const result = results.get(id);
    return { id, percentage: result === undefined ? null : percentageOf(result) };
  });
  const known = percentages.flatMap(({ percentage }) => (percentage === null ? [] : [percentage]));
  const lowest = known.length === 0 ? null : Math.min(...known);
  const isRated = standard.rated === 'lowest-key-question' && lowest !== null;
  const atBest = isRated ? ratingOfPercentage(framework, lowest) : null;
  const isSettled = known.length === percentages.length || atBest === framework.ratings[0];
  return { percentages, lowest, rating: isSettled ? atBest : null, atBest };
}

function percentageOf(result: KeyQuestionResult): number {
  return typeof result === 'number' ? wholePercentage(result) : publishedPercentage(result);
}

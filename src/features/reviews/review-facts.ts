import { type LevelId, levels } from '../../domain/assessments/levels.data.ts';
import type { LevelsByJudgement } from '../../domain/assessments/levels.ts';
import type { ReviewFacts } from '../../domain/reviews/review-outcome.ts';
import type { ReviewRow } from './reviews.queries.ts';

/** What the rules read of a review: levels before and since, lines changed, and what was written. */
export function factsOf(
  review: Pick<ReviewRow, 'levels_before' | 'levels_after' | 'lines_changed'>,
  written: { findings: string | null; no_change_reason: string | null },
): ReviewFacts {
  return {
    levelsBefore: levelsOf(review.levels_before),
    levelsAfter: levelsOf(review.levels_after),
    planLinesChanged: review.lines_changed.length,
    findings: written.findings ?? '',
    noChangeReason: written.no_change_reason ?? '',
  };
}

/** The child's levels as they stand after the review. */
export const levelsNow = (review: Pick<ReviewRow, 'levels_before' | 'levels_after'>) =>
  levelsOf(review.levels_after ?? review.levels_before);

function levelsOf(row: ReviewRow['levels_before']): Partial<LevelsByJudgement> {
  if (!row) return {};
  const known = (text: string): LevelId | null =>
    levels.find((level) => level.id === text)?.id ?? null;
  return Object.fromEntries(
    (['likelihood', 'safety', 'harm'] as const).flatMap((id) => {
      const level = known(row[id]);
      return level ? [[id, level]] : [];
    }),
  );
}

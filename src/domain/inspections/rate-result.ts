import { ratingOfScore } from './bands.ts';
import { chooseType } from './choose-framework.ts';
import {
  type Contradiction,
  overallContradictions,
  resettlementContradictions,
} from './contradictions.ts';
import type { Framework, InspectionType, Rating } from './framework.ts';
import { nameOf } from './in-framework.ts';
import { type NamedResult, NOT_RATED } from './name-stated.ts';
import { type Follows, rateOverall } from './rate-overall.ts';
import { rateStatedStandard } from './rate-stated-standard.ts';
import type { StatedResult } from './read-stated.ts';

/** What follows from a stated result, and where the statement disagrees with it. */
export type RatedResult = {
  readonly service: string | null;
  readonly framework: Framework;
  readonly type: InspectionType;
  readonly standards: Readonly<Record<string, { rating: string; points: number | null }>>;
  readonly score: number | null;
  readonly max: number | null;
  readonly overall: string | null;
  /** Beside the overall rating, never in it. */
  readonly resettlement: string | null;
  readonly basis: Follows['basis'];
  readonly contradictions: readonly Contradiction[];
  /** Why the bands used are not confirmed, where they are not. */
  readonly provisional: string | null;
};

/** Rates a stated result by its framework: the standards where all are there, or else the score. */
export function rateResult(
  framework: Framework,
  stated: StatedResult,
  named: NamedResult,
): RatedResult {
  const rated = named.standards.map((one) => ({
    standard: one.standard,
    ...rateStatedStandard(framework, one),
  }));
  const known = rated.flatMap(({ standard, rating }) =>
    rating === null ? [] : [{ standard, rating }],
  );
  const ratings = new Map<string, Rating>(
    known.flatMap(({ standard, rating }) => (rating === NOT_RATED ? [] : [[standard.id, rating]])),
  );
  const type = chooseType(
    framework,
    stated,
    rated.flatMap(({ standard }) => (standard.counts ? [standard.id] : [])),
  );
  const sum = rateOverall(framework, type, ratings);
  const follows = sum.rating
    ? { basis: 'standards' as const, score: sum.points, max: sum.max, overall: sum.rating }
    : followsFromScore(framework, stated, sum.max);
  const beside = known.find(({ standard }) => !standard.counts)?.rating ?? null;
  return {
    service: stated.service ?? null,
    framework,
    type,
    standards: Object.fromEntries(
      known.map(({ standard, rating }) => [
        standard.id,
        { rating: nameOf(rating), points: rating === NOT_RATED ? null : rating.points },
      ]),
    ),
    ...follows,
    overall: follows.overall?.name ?? null,
    resettlement: nameOf(beside ?? named.resettlement),
    contradictions: [
      ...rated.flatMap(({ contradictions }) => contradictions),
      ...overallContradictions({ framework, type, stated, named, sum, follows }),
      ...resettlementContradictions(framework, beside, named.resettlement),
    ],
    provisional: framework.scoreBands.find(({ max }) => max === follows.max)?.provisional ?? null,
  };
}

function followsFromScore(framework: Framework, stated: StatedResult, usualMax: number): Follows {
  const { overallScore: score } = stated;
  const max = stated.overallMax ?? usualMax;
  const overall = score == null ? null : ratingOfScore(framework, max, score);
  return overall && score != null
    ? { basis: 'score', score, max, overall }
    : { basis: 'none', score: null, max: null, overall: null };
}

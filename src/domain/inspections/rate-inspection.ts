import { publishedPercentage, ratingOfPercentage } from './bands.ts';
import { mayHaveDiscretion, reasonsToConsider, withDiscretion } from './discretion.ts';
import type { Framework, InspectionDomain, InspectionType, Rating, Standard } from './framework.ts';
import { isReadInCases, ratingNamed } from './in-framework.ts';
import { type Overall, rateOverall } from './rate-overall.ts';
import { rateFromKeyQuestions } from './rate-standard.ts';
import type { YesCount } from './read-stated.ts';

/** A key question over the cases of an inspection; `notYet` are cases whose judgement is still to come. */
export type CaseCount = YesCount & { readonly notYet: number };

/** What people recorded about a standard: their judgement, or the rating a panel moved it to; a proposal until it is decided. */
export type RecordedRating = {
  readonly rating: string | null;
  readonly reason: string;
  readonly isDecided: boolean;
};

export type QuestionLine = {
  readonly id: string;
  readonly question: string;
  readonly count: CaseCount | null;
  /** Whole, half up; null until a case is judged. */
  readonly percentage: number | null;
};

export type StandardLine = {
  readonly standard: Standard;
  readonly domain: InspectionDomain;
  /** Those that are answered by reading cases. */
  readonly questions: readonly QuestionLine[];
  readonly lowest: QuestionLine | null;
  /** Why no rating follows from its cases, if so. */
  readonly unfit: string | null;
  /** What follows from the cases; null where it is judged, nothing is known or they cannot rate. */
  readonly follows: Rating | null;
  /** What the cases alone would make of a standard that is judged with them beside it; null where they rate nothing. */
  readonly indicated: Rating | null;
  /** Why the panel may look again, in words. */
  readonly consider: readonly string[];
  readonly mayMove: boolean;
  /** As it stands: what follows, or what was recorded. */
  readonly rating: Rating | null;
  readonly isMoved: boolean;
  /** What somebody proposes while the panel has not decided; a move that is proposed does not count. */
  readonly proposed: Rating | null;
  /** Why a recorded rating does not stand, if it does not. */
  readonly refused: string | null;
  /** The most cases of any of its questions that are not judged yet. */
  readonly notYet: number;
};

export type InspectionRatings = {
  readonly lines: readonly StandardLine[];
  readonly overall: Overall;
};

/** Every standard of an inspection as it stands, and the overall rating that follows. */
export function rateInspection(
  framework: Framework,
  type: InspectionType,
  counts: ReadonlyMap<string, CaseCount>,
  recorded: ReadonlyMap<string, RecordedRating>,
  unfit: (domain: InspectionDomain, standard: Standard, cases: number) => string | null = () =>
    null,
): InspectionRatings {
  const lines = framework.domains.flatMap((domain) =>
    domain.standards
      .filter(({ id }) => type.standards.includes(id))
      .map((standard) =>
        lineOf(framework, domain, standard, counts, recorded.get(standard.id), unfit),
      ),
  );
  const ratings = new Map(
    lines.flatMap(({ standard, rating }) => (rating ? [[standard.id, rating] as const] : [])),
  );
  return { lines, overall: rateOverall(framework, type, ratings) };
}

function lineOf(
  framework: Framework,
  domain: InspectionDomain,
  standard: Standard,
  counts: ReadonlyMap<string, CaseCount>,
  recorded: RecordedRating | undefined,
  unfitOf: (domain: InspectionDomain, standard: Standard, cases: number) => string | null,
): StandardLine {
  const questions = standard.keyQuestions
    .filter((each) => isReadInCases(standard, each))
    .map(({ id, question }): QuestionLine => {
      const count = counts.get(id) ?? null;
      const percentage = count && count.of > 0 ? publishedPercentage(count) : null;
      return { id, question, count, percentage };
    });
  const judged = questions.filter(({ percentage }) => percentage !== null);
  const lowest = judged.reduce<QuestionLine | null>(
    (low, line) => (low && Number(low.percentage) <= Number(line.percentage) ? low : line),
    null,
  );
  const known = new Map(judged.flatMap(({ id, count }) => (count ? [[id, count] as const] : [])));
  const cases = Math.max(0, ...questions.map(({ count }) => (count ? count.of + count.notYet : 0)));
  const unfit = cases > 0 ? unfitOf(domain, standard, cases) : null;
  const follows = unfit ? null : rateFromKeyQuestions(framework, standard, known).rating;
  return {
    standard,
    domain,
    questions,
    lowest,
    unfit,
    follows,
    indicated:
      standard.rated === 'judged' && lowest && lowest.percentage !== null && !unfit
        ? ratingOfPercentage(framework, lowest.percentage)
        : null,
    consider:
      follows && lowest?.count && mayHaveDiscretion(framework, standard)
        ? reasonsToConsider(framework, lowest.count)
        : [],
    mayMove: mayHaveDiscretion(framework, standard),
    notYet: Math.max(0, ...questions.map(({ count }) => count?.notYet ?? 0)),
    ...standing(framework, standard, follows, recorded, unfit),
  };
}

type Standing = Pick<StandardLine, 'rating' | 'isMoved' | 'proposed' | 'refused'>;

function standing(
  framework: Framework,
  standard: Standard,
  follows: Rating | null,
  recorded: RecordedRating | undefined,
  unfit: string | null,
): Standing {
  const wanted = recorded?.rating ?? null;
  const named = wanted === null ? null : ratingNamed(framework, wanted);
  const proposed = recorded && !recorded.isDecided ? named : null;
  const stands = (rating: Rating | null): Standing => ({
    rating,
    isMoved: false,
    proposed,
    refused: null,
  });
  if (standard.rated === 'judged')
    return named && unfit
      ? {
          ...stands(null),
          refused: `It was judged ${named.name}, and its cases rate nothing: ${unfit}`,
        }
      : stands(named);
  if (!recorded?.isDecided || wanted === null || wanted === follows?.name) return stands(follows);
  if (!follows)
    return {
      ...stands(null),
      refused: `The panel moved it to ${wanted}, but nothing follows from the cases yet`,
    };
  const after = withDiscretion(framework, standard, follows, {
    to: wanted,
    reason: recorded.reason,
  });
  return after.kind === 'moved'
    ? { rating: after.to, isMoved: true, proposed, refused: null }
    : {
        ...stands(follows),
        refused: `The panel moved it to ${wanted}, and that no longer stands. ${after.reason}`,
      };
}

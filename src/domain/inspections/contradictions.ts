import { ratingOfScore } from './bands.ts';
import type { Framework, InspectionType } from './framework.ts';
import { nameOf } from './in-framework.ts';
import { type NamedResult, NOT_RATED, type StatedRating } from './name-stated.ts';
import type { Follows, Overall } from './rate-overall.ts';
import type { StatedResult } from './read-stated.ts';

/** Where what is stated and what follows from it do not agree. */
export type Contradiction = {
  /** The place in the statement, such as standards.2.1 or overallScore. */
  readonly field: string;
  readonly stated: string | number | null;
  readonly follows: string | number | null;
  readonly message: string;
};

type Statement = {
  readonly framework: Framework;
  readonly type: InspectionType;
  readonly stated: StatedResult;
  readonly named: NamedResult;
  readonly sum: Overall;
  readonly follows: Follows;
};

/** What the standards, the score, the highest score and the overall rating say against each other. */
export function overallContradictions(statement: Statement): Contradiction[] {
  return [
    ...ofStandards(statement),
    ...ofMax(statement),
    ...ofScore(statement),
    ...ofRating(statement),
  ];
}

/** Where the resettlement rating stands twice and differs, or the framework has none. */
export function resettlementContradictions(
  framework: Framework,
  ofStandard: StatedRating,
  stated: StatedRating,
): Contradiction[] {
  if (stated === null || stated === ofStandard) return [];
  const say = (message: string): Contradiction[] => [
    { field: 'resettlement', stated: nameOf(stated), follows: nameOf(ofStandard), message },
  ];
  if (ofStandard !== null)
    return say(
      `Resettlement is stated as ${nameOf(stated)}, but its standard is ${nameOf(ofStandard)}`,
    );
  const has = framework.domains.some(({ standards }) => standards.some(({ counts }) => !counts));
  return has || stated === NOT_RATED
    ? []
    : say(`The ${framework.id} framework gives resettlement no rating of its own`);
}

function ofStandards({ framework, type, named }: Statement): Contradiction[] {
  const unknown = named.unknown.map((id) => ({
    field: `standards.${id}`,
    stated: id,
    follows: null,
    message: `The ${framework.id} framework has no standard ${id}`,
  }));
  const outside = named.standards
    .filter(({ standard, rating }) => rating !== null && !type.standards.includes(standard.id))
    .map(({ standard, rating }) => ({
      field: `standards.${standard.id}`,
      stated: nameOf(rating),
      follows: null,
      message: `${standard.id} is no part of “${type.title}”`,
    }));
  return [...unknown, ...outside];
}

function ofMax({ stated, sum, type }: Statement): Contradiction[] {
  const { overallMax } = stated;
  if (overallMax == null || overallMax === sum.max) return [];
  const message = `The highest score is stated as ${overallMax}, but the standards of “${type.title}” give at most ${sum.max}`;
  return [{ field: 'overallMax', stated: overallMax, follows: sum.max, message }];
}

function ofScore({ framework, stated, sum, follows }: Statement): Contradiction[] {
  const { overallScore: score } = stated;
  if (score == null) return [];
  const against = (expected: number | null, message: string): Contradiction[] => [
    { field: 'overallScore', stated: score, follows: expected, message },
  ];
  if (follows.basis === 'standards')
    return score === sum.points
      ? []
      : against(
          sum.points,
          `The score is stated as ${score}, but the standards add up to ${sum.points}`,
        );
  const max = stated.overallMax ?? sum.max;
  if (score > max) return against(null, `The score, ${score}, is above the highest score, ${max}`);
  if (follows.basis === 'none')
    return against(null, `The ${framework.id} framework has no bands for a score out of ${max}`);
  const most = mostPoints(framework, sum);
  if (score < sum.points)
    return against(
      null,
      `The score is stated as ${score}, but the standards stated already add up to ${sum.points}`,
    );
  return score > most
    ? against(
        null,
        `The score is stated as ${score}, but with the standards stated it can be ${most} at most`,
      )
    : [];
}

// Where no rating follows, the standards stated may still rule one out.
function ofRating({ framework, named, sum, follows }: Statement): Contradiction[] {
  const stated = named.overallRating;
  if (stated === null || stated === follows.overall) return [];
  const against = (message: string): Contradiction[] => [
    { field: 'overallRating', stated: nameOf(stated), follows: nameOf(follows.overall), message },
  ];
  if (follows.overall !== null)
    return against(
      `The overall rating is stated as ${nameOf(stated)}, but ${follows.score} of ${follows.max} is ${follows.overall.name}`,
    );
  const [worst, best] = [sum.points, mostPoints(framework, sum)].map((points) =>
    ratingOfScore(framework, sum.max, points),
  );
  if (stated === NOT_RATED || !worst || !best) return [];
  return stated.points < worst.points || stated.points > best.points
    ? against(`With the standards stated, the overall rating cannot be ${stated.name}`)
    : [];
}

function mostPoints(framework: Framework, { points, missing }: Overall): number {
  return points + missing.length * Math.max(...framework.ratings.map((rating) => rating.points));
}

import { rational } from '../figures/rational.ts';
import { printed } from '../figures/round.ts';
import type { Band, Framework, Rating } from './framework.ts';
import { ratingNamed } from './in-framework.ts';
import type { YesCount } from './read-stated.ts';

/** The percentage as inspectors publish it: of all cases, half up to a whole number, exactly. */
export function publishedPercentage({ yes, of }: YesCount): number {
  return Number(printed(rational(100n * BigInt(yes), BigInt(of)), 0));
}

/** A percentage given with places, half up to the whole number that is banded. */
export function wholePercentage(percentage: number): number {
  const below = Math.floor(percentage);
  return percentage - below >= 0.5 ? below + 1 : below;
}

/** The rating of a published whole-number percentage. */
export function ratingOfPercentage(framework: Framework, percentage: number): Rating {
  const rating = inBand(framework, framework.percentageBands, percentage);
  if (!rating) throw new RangeError(`${percentage} is no whole percentage`);
  return rating;
}

/** The rating of a score; null when the framework has no bands out of that maximum, or the score is not within it. */
export function ratingOfScore(framework: Framework, max: number, score: number): Rating | null {
  const scale = framework.scoreBands.find((bands) => bands.max === max);
  return scale ? inBand(framework, scale.bands, score) : null;
}

function inBand(framework: Framework, bands: readonly Band[], value: number): Rating | null {
  const band = bands.find(({ from, to }) => from <= value && value <= to);
  return band ? ratingNamed(framework, band.rating) : null;
}

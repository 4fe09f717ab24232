import type { Counts, NoFigure } from './figure.ts';
import { betaAtOdds } from './incomplete-beta.ts';
import { div, type Rational, rational } from './rational.ts';

/** A relative rate index with its interval: 1 is parity; what has no number is null and says why. */
export type RelativeRate = {
  readonly kind: 'index';
  readonly index: Rational | null;
  readonly lower: number;
  readonly upper: number | null;
  readonly reason: string | null;
};

/** Each tail that a 95% interval leaves out. */
const TAIL = 0.025;

/**
 * How often something happens in a group, relative to the reference group, with the exact
 * conditional 95% interval: given all events of both, the Clopper-Pearson interval of the group's share.
 */
export function relativeRate(group: Counts, reference: Counts): RelativeRate | NoFigure {
  const odd = whatIsOdd(group) ?? whatIsOdd(reference);
  if (odd) return { kind: 'none', reason: odd };
  const [a, b] = [Number(group.numerator), Number(reference.numerator)];
  const exposure = Number(reference.denominator) / Number(group.denominator);
  const noReference = b === 0;
  return {
    kind: 'index',
    index: noReference
      ? null
      : div(
          rational(group.numerator, group.denominator),
          rational(reference.numerator, reference.denominator),
        ),
    lower: a === 0 ? 0 : lowestOdds(a, b) * exposure,
    // The highest odds are those that would be the lowest if the two groups changed places.
    upper: noReference ? null : exposure / lowestOdds(b, a),
    reason: noReference
      ? 'Nothing happened in the reference group: there is no index and no upper limit'
      : null,
  };
}

/** The odds of an event being in the group at which a or more of a + b events would be there in one case of forty. */
function lowestOdds(a: number, b: number): number {
  const middle = Math.log(a / (b + 1));
  let [low, high] = [middle - 6, middle];
  for (let step = 0; step < 200; step += 1) {
    const guess = (low + high) / 2;
    if (guess <= low || guess >= high) break;
    if (betaAtOdds(Math.exp(guess), a, b + 1) < TAIL) low = guess;
    else high = guess;
  }
  return Math.exp((low + high) / 2);
}

function whatIsOdd({ numerator, denominator }: Counts): string | null {
  if (denominator === 0n) return 'The total is 0: no rate can be given';
  if (numerator > denominator)
    return `There cannot be ${numerator} events among ${denominator}: no rate can be given`;
  return null;
}

import { compare, fromDecimal, mul, type Rational, rational, sub } from '../figures/rational.ts';
import { printed as rounded } from '../figures/round.ts';

/** A printed figure that its inputs do not give, and how it would be worked out from other inputs. */
export type Difference = {
  readonly printed: string;
  readonly places: number;
  /** As the document prints them; null is a number that is not printed. */
  readonly inputs: readonly (Rational | null)[];
  /** An average of several areas may be divided before its counts are shown rounded. */
  readonly isAverage: boolean;
  readonly work: (inputs: readonly Rational[]) => Rational | null;
};

/** Counts that a search for a number that is not printed goes through. */
const MOST_TRIED = 2000n;
const HALF = rational(1n, 2n);

/**
 * Every way in which the printed figure can come of its inputs after all: cut off and not rounded, or an average divided before its
 * counts were rounded. Where one input is not printed, each whole number is tried. Null where no way is found.
 */
export function explainDifference(difference: Difference): string | null {
  const { inputs } = difference;
  if (inputs.includes(null)) return explainUnprinted(difference);
  const known = inputs.filter((input) => input !== null);
  const ways = [cutOffWords(difference, known), averageWords(difference, known)];
  return ways.filter((way) => way !== null).join(' ') || null;
}

function cutOffWords({ printed, places, work }: Difference, inputs: readonly Rational[]) {
  const exact = work(inputs);
  if (!exact || cutOff(exact, places) !== plain(printed)) return null;
  return `The inputs give ${atMore(exact, places)}, which is ${rounded(exact, places)} rounded and ${printed} cut off.`;
}

function averageWords(
  { printed, places, isAverage, work }: Difference,
  inputs: readonly Rational[],
) {
  if (!isAverage) return null;
  const [first, second] = inputs;
  const stated = fromDecimal(plain(printed));
  const each = first && second && work([rational(1n), second]);
  if (!stated || !each) return null;
  // The numerators that print the figure, as far as each is shown as the one that is printed.
  const half = mul(HALF, rational(1n, 10n ** BigInt(places)));
  const from = highest(divided(sub(stated, half), each), sub(first, HALF));
  const to = lowest(divided(sub(stated, neg(half)), each), sub(first, neg(HALF)));
  if (compare(from, to) >= 0) return null;
  return `An average that is shown as ${rounded(first, 0)} but was divided before it was rounded (from ${rounded(from, 2)} to under ${rounded(to, 2)}) would print ${printed}.`;
}

// The whole numbers whose figure, rounded or else cut off, is the printed one; or the two between which it falls.
function explainUnprinted({ printed, places, inputs, work }: Difference): string {
  const tried: { readonly number: bigint; readonly exact: Rational }[] = [];
  for (let number = 1n; number <= MOST_TRIED; number += 1n) {
    const exact = work(inputs.map((input) => input ?? rational(number)));
    if (exact) tried.push({ number, exact });
  }
  const giving = (print: (exact: Rational, places: number) => string) =>
    tried.filter(({ exact }) => print(exact, places) === plain(printed));
  const words = ({ number, exact }: (typeof tried)[number]) =>
    `${number} gives ${atMore(exact, places)}`;
  const fits = giving(rounded);
  if (fits.length > 0) return `One number is not printed: ${fits.map(words).join('; ')}.`;
  const cut = giving(cutOff);
  if (cut.length > 0)
    return `One number is not printed, and no whole number gives ${printed} rounded. Cut off, one does: ${cut.map(words).join('; ')}.`;
  const stated = fromDecimal(plain(printed)) ?? rational(0n);
  const sides = tried
    .toSorted((a, b) => compare(distance(a.exact, stated), distance(b.exact, stated)))
    .slice(0, 2)
    .toSorted((a, b) => compare(a.exact, b.exact));
  return `One number is not printed, and no whole number gives ${printed}, rounded or cut off: ${sides.map(words).join(', ')}.`;
}

const neg = (number: Rational) => sub(rational(0n), number);
const divided = (a: Rational, b: Rational) => mul(a, rational(b.q, b.p));
const highest = (a: Rational, b: Rational) => (compare(a, b) > 0 ? a : b);
const lowest = (a: Rational, b: Rational) => (compare(a, b) < 0 ? a : b);
const plain = (text: string) => text.replaceAll(',', '');
/** Two places more than are printed, so that it is seen which way it was rounded. */
const atMore = (exact: Rational, places: number) => rounded(exact, places + 2);

function distance(a: Rational, b: Rational): Rational {
  const apart = sub(a, b);
  return apart.p < 0n ? neg(apart) : apart;
}

function cutOff({ p, q }: Rational, places: number): string {
  const unit = 10n ** BigInt(places);
  return rounded(rational((p * unit) / q, unit), places);
}

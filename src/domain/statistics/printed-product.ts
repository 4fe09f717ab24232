import {
  add,
  compare,
  fromDecimal,
  mul,
  type Rational,
  rational,
  sub,
} from '../figures/rational.ts';
import { printed as rounded } from '../figures/round.ts';

type Printed = { readonly method: string; readonly figure: string; readonly printed: string };
type Range = { readonly from: Rational; readonly to: Rational };

/** Reoffences for each who reoffended, times the share who reoffended, is reoffences for each child: whatever the counts are. */
const PRODUCT = {
  first: /^reoffences-per-reoffender/,
  second: /^reoffending-binary$/,
  product: /^reoffences-per-offender$/,
};

/** What three printed figures of one row say against one another, whether each was rounded or cut off; null where they fit, or are not all there. */
export function productContradiction(row: readonly Printed[]): string | null {
  const [first, second, product] = [PRODUCT.first, PRODUCT.second, PRODUCT.product].map((method) =>
    row.find((one) => method.test(one.method)),
  );
  if (!first || !second || !product) return null;
  const [a, share, c] = [rangeOf(first), rangeOf(second), rangeOf(product)];
  if (!a || !share || !c) return null;
  const percent = rational(1n, 100n);
  const from = mul(mul(a.from, share.from), percent);
  const to = mul(mul(a.to, share.to), percent);
  if (compare(from, c.to) < 0 && compare(c.from, to) < 0) return null;
  return `${first.printed} times ${second.printed}% is ${rounded(from, 2)} to ${rounded(to, 2)}, and ${product.printed} stands beside them: no counts give all three.`;
}

// All that may stand behind a printed figure: from half a unit below it, rounded, to a whole unit above it, cut off.
function rangeOf({ printed }: Printed): Range | null {
  const value = fromDecimal(printed);
  const unit = rational(1n, 10n ** BigInt(printed.split('.')[1]?.length ?? 0));
  return value && { from: sub(value, mul(unit, rational(1n, 2n))), to: add(value, unit) };
}

/** A number held exactly: p over q in lowest terms, q above zero. */
export type Rational = { readonly p: bigint; readonly q: bigint };

/** Makes p/q in lowest terms; a denominator of zero is a mistake of the caller (see `rate` for data). */
export function rational(p: bigint, q = 1n): Rational {
  if (q === 0n) throw new RangeError('A rational number cannot have a denominator of zero');
  const divisor = greatestCommonDivisor(p, q);
  const sign = q < 0n ? -1n : 1n;
  return { p: (sign * p) / divisor, q: (sign * q) / divisor };
}

/** Reads a decimal exactly as it is written, such as 0.11 or -3; null when it is not one. */
export function fromDecimal(text: string): Rational | null {
  const [, sign, whole, part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const size = BigInt(whole + part);
  return rational(sign === '-' ? -size : size, 10n ** BigInt(part.length));
}

export const add = (a: Rational, b: Rational) => rational(a.p * b.q + b.p * a.q, a.q * b.q);
export const sub = (a: Rational, b: Rational) => rational(a.p * b.q - b.p * a.q, a.q * b.q);
export const mul = (a: Rational, b: Rational) => rational(a.p * b.p, a.q * b.q);
export const div = (a: Rational, b: Rational) => rational(a.p * b.q, a.q * b.p);

/** Below zero, zero or above zero, as `Array.sort` asks for it. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.p * b.q - b.p * a.q;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number as p/q in lowest terms; a whole one as p/1. */
export const fraction = ({ p, q }: Rational) => `${p}/${q}`;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

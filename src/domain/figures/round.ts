import type { Rational } from './rational.ts';

/**
 * Prints a number at so many places, rounded half up as published statistics are: a half goes away
 * from zero, so -0.5 prints -1 as 0.5 prints 1. What rounds to nothing prints without a sign.
 */
export function printed({ p, q }: Rational, places: number): string {
  const scaled = (p < 0n ? -p : p) * 10n ** BigInt(places);
  const rounded = (2n * scaled + q) / (2n * q);
  const digits = String(rounded).padStart(places + 1, '0');
  const point = digits.length - places;
  const sign = p < 0n && rounded > 0n ? '-' : '';
  return sign + digits.slice(0, point) + (places > 0 ? `.${digits.slice(point)}` : '');
}

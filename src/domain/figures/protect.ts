import { type Exchange, exchangeOf } from './exchange.ts';
import { isPossible, type Net, type Standing } from './net.ts';

/** How each count stands, which other it was hidden for, and which hidden ones have no proof. */
export type Protection = {
  readonly standings: readonly Standing[];
  readonly hiddenFor: ReadonlyMap<number, number>;
  readonly unproved: readonly number[];
};

/**
 * Hides more counts until every hidden one has two possible values, then shows again what can be
 * shown without loss. The proofs are checked at the end, not trusted.
 */
export function protect(net: Net, first: readonly Standing[]): Protection {
  const standings = [...first];
  const hiddenFor = new Map<number, number>();
  const proofs = new Map<number, Exchange>();
  for (const [count, standing] of first.entries()) {
    if (standing === 'shown' || proofs.has(count)) continue;
    const exchange = exchangeOf(net, standings, count, true) ?? twiceAll(net, count);
    for (const [moved, by] of exchange) {
      const value = (net.counts[moved]?.value ?? 0) + by;
      const now = standings[moved] ?? 'shown';
      if (by === 0 || (now !== 'shown' && isPossible(now, value))) continue;
      standings[moved] =
        now === 'shown' && isPossible('protecting', value) ? 'protecting' : 'withheld';
      hiddenFor.set(moved, count);
    }
    for (const [moved, by] of exchange)
      if (by !== 0 && !proofs.has(moved)) proofs.set(moved, exchange);
  }
  showAgain(net, standings, hiddenFor, proofs);
  const unproved = [...standings.keys()].filter(
    (count) => standings[count] !== 'shown' && !isProved(net, standings, count, proofs.get(count)),
  );
  return { standings, hiddenFor, unproved };
}

/** Shows each count that was hidden for another, dearest first, where the others keep a proof without it. */
function showAgain(
  net: Net,
  standings: Standing[],
  hiddenFor: Map<number, number>,
  proofs: Map<number, Exchange>,
) {
  const dearestFirst = [...hiddenFor.keys()]
    .filter((count) => standings[count] === 'protecting')
    .sort((a, b) => weight(net, b) - weight(net, a));
  for (const count of dearestFirst) {
    standings[count] = 'shown';
    const fresh = new Map<number, Exchange>();
    const isSafe = [...proofs].every(([proved, exchange]) => {
      if (proved === count || !exchange.has(count)) return true;
      const known = [...fresh.values()].find((one) => one.get(proved));
      const other = known ?? exchangeOf(net, standings, proved, false);
      if (other) fresh.set(proved, other);
      return other !== null;
    });
    if (isSafe) {
      proofs.delete(count);
      hiddenFor.delete(count);
      for (const [proved, exchange] of fresh) proofs.set(proved, exchange);
    } else standings[count] = 'protecting';
  }
}

/** Twice every count that hangs together with this one: the sums hold, so that withholding all protects all. */
function twiceAll({ counts, sums }: Net, start: number): Exchange {
  const found = new Set([start]);
  for (const count of found)
    for (const { sum } of counts[count]?.sums ?? [])
      for (const other of sums[sum] ?? []) found.add(other);
  return new Map([...found].map((count) => [count, counts[count]?.value ?? 0]));
}

function isProved(
  { counts, sums }: Net,
  standings: readonly Standing[],
  proved: number,
  exchange: Exchange | undefined,
): boolean {
  const off = sums.map(() => 0);
  const isFitting = [...(exchange ?? [])].every(([count, by]) => {
    const { value = 0, sums: holds = [] } = counts[count] ?? {};
    for (const { sum, sign } of holds) off[sum] = (off[sum] ?? 0) + sign * by;
    const standing = standings[count] ?? 'shown';
    return by === 0 || (standing !== 'shown' && isPossible(standing, value + by));
  });
  return isFitting && off.every((amount) => amount === 0) && (exchange?.get(proved) ?? 0) !== 0;
}

function weight({ counts }: Net, count: number): number {
  const { value = 0, isTotal = false, worth = 1 } = counts[count] ?? {};
  return value + worth * (isTotal ? 4e9 : 1e9);
}

const ONE = 10n ** 60n;

/**
 * The chance of `least` or more of `n` events falling to a group at these odds, in whole-number
 * arithmetic of sixty digits: the reference for the exact interval, sharing nothing with it.
 */
export function chanceOfAtLeast(least: number, n: number, odds: number): number {
  const scale = 2 ** 80;
  const oddsUp = BigInt(odds * scale);
  const oddsDown = BigInt(scale);
  // Each number of events relative to the likeliest, outward until nothing is left of it.
  const mode = Math.min(n, Math.floor(((n + 1) * odds) / (1 + odds)));
  let whole = 0n;
  let tail = 0n;
  const count = (events: number, weight: bigint) => {
    whole += weight;
    if (events >= least) tail += weight;
  };
  let weight = ONE;
  for (let k = mode; k <= n && weight > 0n; k += 1) {
    count(k, weight);
    weight = (weight * BigInt(n - k) * oddsUp) / (BigInt(k + 1) * oddsDown);
  }
  weight = (ONE * BigInt(mode) * oddsDown) / (BigInt(n - mode + 1) * oddsUp);
  for (let k = mode - 1; k >= 0 && weight > 0n; k -= 1) {
    count(k, weight);
    weight = (weight * BigInt(k) * oddsDown) / (BigInt(n - k + 1) * oddsUp);
  }
  return Number((tail * 10n ** 18n) / whole) / 1e18;
}

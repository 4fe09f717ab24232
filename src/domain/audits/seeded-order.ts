import { compareText } from '../text/compare-text.ts';
/**
 * Puts things into an order that only the seed decides: the same things with the same seed come in the same order,
 * however they were ordered before. Not for secrets.
 */
export function seededOrder<T>(
  items: readonly T[],
  seed: string,
  idOf: (item: T) => string,
): readonly T[] {
  const next = seededChance(seed);
  const sorted = items.map((item) => ({ item, id: idOf(item) }));
  sorted.sort((one, other) => compareText(one.id, other.id));
  // Fisher and Yates, from the end.
  for (let last = sorted.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const [a, b] = [sorted[last], sorted[other]];
    if (a && b) [sorted[last], sorted[other]] = [b, a];
  }
  return sorted.map(({ item }) => item);
}

/** A stream of numbers from 0 up to, not including, 1: xmur3 hashes the seed, mulberry32 goes on from it. */
export function seededChance(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hashOf(text: string): number {
  let hash = 1_779_033_703 ^ text.length;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return (hash ^ (hash >>> 16)) >>> 0;
}

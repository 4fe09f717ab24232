import type { Change } from './change.ts';

/** Changes in a random order that the seed decides, one a file before any file has its second. */
export function draw(changes: readonly Change[], seed: number): Change[] {
  const chance = chanceOf(seed);
  const files = Map.groupBy(changes, ({ file }) => file);
  return [...files.values()]
    .flatMap((own) => shuffled(own, chance).map((change, round) => ({ change, round })))
    .map((drawn) => ({ ...drawn, at: chance() }))
    .sort((a, b) => a.round - b.round || a.at - b.at)
    .map(({ change }) => change);
}

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

// Mulberry32: small, and good enough to draw from.
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

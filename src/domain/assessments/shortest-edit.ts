/** A run of tokens: positions count in the old list for same and removed, in the new list for added. */
export type Edit = { kind: 'same' | 'added' | 'removed'; from: number; to: number };

/**
 * The shortest way from one list to another, in memory that grows with their length only;
 * a stretch with thousands of changes is given as replaced, since nobody could read it word by word.
 * After E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), section 4b.
 */
export function shortestEdit(oldTokens: readonly string[], newTokens: readonly string[]): Edit[] {
  const [before, after] = numbered(oldTokens, newTokens);
  const edits: Edit[] = [];
  const push = (kind: Edit['kind'], from: number, to: number) => {
    if (from === to) return;
    const last = edits.at(-1);
    if (last?.kind === kind && last.to === from) last.to = to;
    else edits.push({ kind, from, to });
  };
  const walk = (b0: number, b1: number, a0: number, a1: number): void => {
    let head = 0;
    while (b0 + head < b1 && a0 + head < a1 && before[b0 + head] === after[a0 + head]) head += 1;
    push('same', b0, b0 + head);
    const bLow = b0 + head;
    const aLow = a0 + head;
    let tail = 0;
    while (b1 - tail > bLow && a1 - tail > aLow && before[b1 - tail - 1] === after[a1 - tail - 1]) {
      tail += 1;
    }
    const bHigh = b1 - tail;
    const aHigh = a1 - tail;
    if (bLow === bHigh) push('added', aLow, aHigh);
    else if (aLow === aHigh) push('removed', bLow, bHigh);
    else {
      const found = middle(before.subarray(bLow, bHigh), after.subarray(aLow, aHigh));
      if (found === null) {
        push('removed', bLow, bHigh);
        push('added', aLow, aHigh);
      } else {
        walk(bLow, bLow + found.x, aLow, aLow + found.y);
        walk(bLow + found.x, bHigh, aLow + found.y, aHigh);
      }
    }
    push('same', bHigh, b1);
  };
  walk(0, before.length, 0, after.length);
  return edits;
}

/** Equal tokens get equal numbers, because numbers compare many times faster than words. */
function numbered(...lists: [readonly string[], readonly string[]]): [Int32Array, Int32Array] {
  const ids = new Map<string, number>();
  const idOf = (token: string): number => {
    const id = ids.get(token) ?? ids.size;
    ids.set(token, id);
    return id;
  };
  return [Int32Array.from(lists[0], idOf), Int32Array.from(lists[1], idOf)];
}

const unreachable = -(2 ** 30);

/** Half the number of changes after which a text counts as written anew: keeps the worst case well under a second. */
const mostSteps = 2500;

/** A point on a shortest path near its middle, or null when too much differs; the lists differ at both ends. */
function middle(before: Int32Array, after: Int32Array): { x: number; y: number } | null {
  const n = before.length;
  const m = after.length;
  const offset = n + m + 3;
  const forward = new Int32Array(2 * offset).fill(unreachable);
  const backward = new Int32Array(2 * offset).fill(unreachable);
  const beforeReversed = before.slice().reverse();
  const afterReversed = after.slice().reverse();
  const isOdd = (n - m) % 2 !== 0;
  for (let d = 0; d <= mostSteps; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const x = reach(forward, offset, d, k, before, after);
      if (isOdd && x + at(backward, offset + n - m - k) >= n) return { x, y: x - k };
    }
    for (let k = -d; k <= d; k += 2) {
      const x = reach(backward, offset, d, k, beforeReversed, afterReversed);
      if (!isOdd && x + at(forward, offset + n - m - k) >= n) return { x: n - x, y: m - (x - k) };
    }
  }
  return null;
}

/** Extends diagonal k by one step and then along equal tokens; returns how far it got in the old list. */
function reach(
  ends: Int32Array,
  offset: number,
  d: number,
  k: number,
  before: Int32Array,
  after: Int32Array,
): number {
  const down = at(ends, offset + k + 1);
  const right = at(ends, offset + k - 1) + 1;
  let x = d === 0 ? 0 : unreachable;
  if (down >= 0 && down - k <= after.length) x = down;
  if (right > x && right >= 1 && right <= before.length) x = right;
  if (x < 0) return x;
  while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
  ends[offset + k] = x;
  return x;
}

function at(ends: Int32Array, index: number): number {
  return ends[index] ?? unreachable;
}

import type { Publication } from './publication.ts';
import { smallNumberRules } from './small-numbers.data.ts';

const { count: small, protecting } = smallNumberRules;
const { most } = small;
/** Enough to find values for what a published table hides; beyond it the table is refused. */
const MOST_TRIES = 20_000;

type Range = { readonly low: number; readonly high: number };

/**
 * Values for the counts that reached us hidden: the true one where the sums give it away, or else
 * one that fits, so that what the sums allow can be searched from there. Null when nothing fits.
 */
export function fill(publication: Publication): number[] | null {
  // Another's x may hide a small count, if nothing else fits.
  return fillFrom(publication, most + 1) ?? fillFrom(publication, 0);
}

function fillFrom({ cells, relations }: Publication, leastBehindX: number): number[] | null {
  const at = new Map(cells.map(({ key }, index) => [key, index]));
  const sums = relations.map(({ total, parts }) => ({
    total: at.get(total) ?? -1,
    parts: parts.map((key) => at.get(key) ?? -1),
  }));
  const top = cells.reduce((sum, { value }) => sum + (value ?? most), 0) + most;
  const ranges = cells.map(({ value, carried }): Range => {
    if (value !== null) return { low: value, high: value };
    if (carried === small.mark) return { low: 1, high: most };
    return { low: carried === protecting.mark ? leastBehindX : 0, high: top };
  });
  let tries = 0;
  const settle = (open: Range[]): number[] | null => {
    tries += 1;
    if (tries > MOST_TRIES || !narrow(open, sums)) return null;
    const next = open
      .map(({ low, high }, index) => ({ index, width: high - low }))
      .filter(({ width }) => width > 0)
      .sort((a, b) => a.width - b.width)[0];
    if (!next) return open.map(({ low }) => low);
    const { low, high } = open[next.index] ?? { low: 0, high: 0 };
    for (let value = low; value <= high && tries <= MOST_TRIES; value += 1) {
      const settled = settle(open.with(next.index, { low: value, high: value }));
      if (settled) return settled;
    }
    return null;
  };
  return settle(ranges);
}

/** Narrows each range to what the others leave it; false when one has nothing left. */
function narrow(ranges: Range[], sums: readonly { total: number; parts: readonly number[] }[]) {
  const rangeOf = (index: number) => ranges[index] ?? { low: 0, high: 0 };
  for (let changed = true; changed; ) {
    changed = false;
    const limit = (index: number, low: number, high: number) => {
      const now = rangeOf(index);
      const next = { low: Math.max(now.low, low), high: Math.min(now.high, high) };
      if (next.low === now.low && next.high === now.high) return;
      ranges[index] = next;
      changed = true;
    };
    for (const { total, parts } of sums) {
      const low = parts.reduce((sum, part) => sum + rangeOf(part).low, 0);
      const high = parts.reduce((sum, part) => sum + rangeOf(part).high, 0);
      limit(total, low, high);
      for (const part of parts) {
        const { low: least, high: greatest } = rangeOf(part);
        limit(part, rangeOf(total).low - (high - greatest), rangeOf(total).high - (low - least));
      }
      if ([total, ...parts].some((index) => rangeOf(index).low > rangeOf(index).high)) return false;
    }
  }
  return true;
}

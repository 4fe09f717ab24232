import { type Grid, turned } from './grid.ts';
import type { Cell, Relation } from './publication.ts';

/** Counts that no table prints and two that it prints give away, and the sums that say so. */
export type Nested = { readonly cells: readonly Cell[]; readonly relations: readonly Relation[] };

/** A line that is counted in the one before it already. Welsh too. */
const OF_WHICH =
  /^(?:\W*)(?:of (?:which|whom|these|those|them)|incl(?:uding|\.)|o'r rhain|gan gynnwys)\b/i;
/** A line that is counted in the next one, or has the next one in it. */
const REACHING =
  /\b(?:or|and|neu) (?:more|over|above|older|longer|fewer|less|under|younger|fwy|lai|hŷn|iau)\b|\+$|^(?:at least|at most|up to|within|under|over|less than|more than|by|o leiaf|hyd at) .*\d|^(?:ever|o fewn)\b/i;
/** A line in which each count has the one before in it. */
const TO_DATE = /\b(?:to date|ytd|cumulative|running|so far|cronnus|hyd yma)\b/i;
const FEWEST_PROOFS = 2;

/** What lies between counts of which one has the other in it: sums that stand in no one row or column. */
export function nestedLines(grid: Grid): Nested {
  const found = [grid, turned(grid)].flatMap((way) => [
    ...ofWhich(way),
    ...reaching(way),
    ...running(way),
  ]);
  return {
    cells: found.flatMap(({ cells }) => cells),
    relations: found.flatMap(({ relations }) => relations),
  };
}

/** Whether a label says itself that its line is counted in another. */
export const saysSo = (label: string): boolean =>
  OF_WHICH.test(label) || REACHING.test(label) || TO_DATE.test(label);

const line = ({ counts }: Grid, row: number): readonly (Cell | undefined)[] => counts[row] ?? [];
export const isWithin = (
  inner: readonly (Cell | undefined)[],
  outer: readonly (Cell | undefined)[],
) =>
  inner.every(
    (cell, at) =>
      typeof cell?.value !== 'number' ||
      typeof outer[at]?.value !== 'number' ||
      cell.value <= outer[at].value,
  );

/** The rest of each count of a line that another has a part of, as a count of its own that is not printed. */
function restOf(
  name: string,
  outer: readonly (Cell | undefined)[],
  inner: readonly (Cell | undefined)[],
): Nested {
  const rests = outer.flatMap((whole, at) => {
    const part = inner[at];
    if (typeof whole?.value !== 'number' || typeof part?.value !== 'number') return [];
    const key = `what lies between ${whole.key} and ${part.key}`;
    return [{ key, value: whole.value - part.value, whole: whole.key, part: part.key }];
  });
  return {
    cells: rests.map(({ key, value }) => ({ key, value })),
    relations: rests.map(({ key, whole, part }) => ({ name, total: whole, parts: [part, key] })),
  };
}

function ofWhich(grid: Grid): readonly Nested[] {
  return grid.rows.flatMap((label, row) => {
    if (!OF_WHICH.test(label)) return [];
    const whole = grid.rows.slice(0, row).findLastIndex((other) => !OF_WHICH.test(other));
    const [outer, inner] = [line(grid, whole), line(grid, row)];
    return whole < 0 || !isWithin(inner, outer) ? [] : [restOf(`“${label}”`, outer, inner)];
  });
}

const reachOf = (label: string): string | null =>
  REACHING.exec(label)?.[0].replace(/\d.*/, '').trim().toLowerCase() ?? null;

function reaching(grid: Grid): readonly Nested[] {
  return grid.rows.flatMap((label, row) => {
    const before = grid.rows[row - 1];
    const reach = reachOf(label);
    if (before === undefined || reach === null || reachOf(before) !== reach) return [];
    const [one, other] = [line(grid, row - 1), line(grid, row)];
    if (isWithin(one, other)) return [restOf(`“${label}”`, other, one)];
    return isWithin(other, one) ? [restOf(`“${label}”`, one, other)] : [];
  });
}

/**
 * Lines in which each count is that of the place before and one more, or those of the last few places together: a line of this
 * quarter and one of the year to date give each other's counts away. One that says that it is of that kind is so without the other.
 */
function running(grid: Grid): readonly Nested[] {
  return grid.rows.flatMap((label, row) => {
    const total = line(grid, row);
    const sums = grid.rows.flatMap((_, of) =>
      of === row ? [] : runningSums(total, line(grid, of)),
    );
    if (sums.length > 0) {
      const relations = sums.map(({ whole, parts }) => ({
        name: `“${label}”`,
        total: whole.key,
        parts: parts.map(({ key }) => key),
      }));
      return [{ cells: [], relations }];
    }
    const isGrowing = TO_DATE.test(label) && isWithin(total.slice(0, -1), total.slice(1));
    return isGrowing ? [restOf(`“${label}”`, total.slice(1), total.slice(0, -1))] : [];
  });
}

type Sum = { readonly whole: Cell; readonly parts: readonly Cell[] };

function runningSums(
  total: readonly (Cell | undefined)[],
  of: readonly (Cell | undefined)[],
): readonly Sum[] {
  const known = (cells: readonly (Cell | undefined)[]) =>
    cells.flatMap((cell) => (typeof cell?.value === 'number' ? [cell] : []));
  const sumOf = (cells: readonly Cell[]) => cells.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const length = total.length;
  // It may begin anew, as with a year.
  const grown = total.flatMap((whole, at): (Sum | null)[] => {
    const parts = known([total[at - 1], of[at]]);
    const isAnew = typeof whole?.value === 'number' && whole.value === of[at]?.value;
    if (typeof whole?.value !== 'number') return [null];
    if (parts.length === 2 && sumOf(parts) === whole.value) return [{ whole, parts }];
    return isAnew && of[at] ? [{ whole, parts: [of[at]] }] : [null];
  });
  const windows = Array.from({ length: Math.max(0, length - 2) }, (_, index) =>
    total.slice(index + 1).map((whole, at): Sum | null => {
      const parts = known(of.slice(at, at + index + 2));
      return whole?.value === sumOf(parts) && parts.length === index + 2 ? { whole, parts } : null;
    }),
  );
  for (const sums of [grown, ...windows]) {
    const proved = sums.filter((sum) => sum !== null);
    if (proved.length === sums.length && isTelling(proved)) return proved;
  }
  return [];
}

// Of noughts anything is the sum.
const isTelling = (sums: readonly Sum[]) =>
  sums.filter(({ parts }) => parts.filter(({ value }) => value !== 0).length > 1).length >=
  FEWEST_PROOFS;

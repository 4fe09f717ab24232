import type { RowPlan } from './plan-import.ts';

/** How long a piece of an import may take, in milliseconds: on the embedded database nobody else is answered meanwhile. */
const PIECE_AIM = 400;
const SMALLEST = 50;
const LARGEST = 1000;

/** How many rows the next piece has, learnt from how long the last one took. */
export type Pace = {
  rows(): number;
  took(rows: number, milliseconds: number): void;
};

/** Begins with few rows, for nobody knows yet how quick this computer is; at most twice as many at once. */
export function learnPace(): Pace {
  let size = 50;
  return {
    rows: () => size,
    took: (rows, milliseconds) => {
      const fits = Math.round((rows * PIECE_AIM) / Math.max(milliseconds, 1));
      size = Math.min(Math.max(fits, SMALLEST), size * 2, LARGEST);
    },
  };
}

/** Of how many rows on a list is long enough for the planner to look at the tables for it. */
const LONG = 400;

/** When the planner is to look again at how long the tables have become: before a long list, and each time four times as much of it is in. */
export function watchGrowth(total: number): { isDue(rows: number): boolean } {
  let next = total < LONG ? total : 0;
  return {
    isDue: (rows) => {
      if (rows < next) return false;
      next = Math.max(rows * 4, LONG);
      return true;
    },
  };
}

/** Rows in pieces that can each be made by themselves: all rows of one child stand in one, after the row that makes the child. */
export function* inPieces(plan: readonly RowPlan[], pace: Pace): Generator<readonly RowPlan[]> {
  let piece: RowPlan[] = [];
  for (const rows of byChild(plan)) {
    piece.push(...rows);
    if (piece.length < pace.rows()) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

function byChild(plan: readonly RowPlan[]): Iterable<readonly RowPlan[]> {
  const groups = new Map<string, RowPlan[]>();
  for (const each of plan) {
    const key = each.report.childId ?? `row ${each.judged.row}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups.values();
}

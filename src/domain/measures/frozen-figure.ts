import { compareText } from '../text/compare-text.ts';
import type { MeasureRow } from './figure-of-rows.ts';

/** What became of one row of a figure since it was frozen, and what it does to the figure. */
export type RowChange = {
  readonly unit: string;
  /** Whose it is by the record as it stands now, or, where the row is gone, by the one that was frozen. */
  readonly person: string | null;
  readonly what: 'came-in' | 'went-out' | 'changed';
  readonly numerator: -1 | 0 | 1;
  readonly denominator: -1 | 0 | 1;
  readonly then: MeasureRow | null;
  readonly now: MeasureRow | null;
  readonly why: string;
};

/**
 * Every row by which a figure of today is another than the one that was frozen. Together their numerators and denominators
 * come to the whole difference. A row that is in neither figure is none of them.
 */
export function changesSince(
  frozen: readonly MeasureRow[],
  today: readonly MeasureRow[],
): readonly RowChange[] {
  const then = inTurns(frozen);
  const now = inTurns(today);
  return [...new Set([...then.keys(), ...now.keys()])].toSorted(compareText).flatMap((key) => {
    const before = then.get(key) ?? null;
    const after = now.get(key) ?? null;
    const isNothing = !isIn(before) && !isIn(after);
    return isNothing || isSame(before, after) ? [] : [changeOf(before, after)];
  });
}

/** Rows by their unit; where one unit has several, by their turn in the order of what they say. */
function inTurns(rows: readonly MeasureRow[]): ReadonlyMap<string, MeasureRow> {
  const found = new Map<string, MeasureRow>();
  for (const [unit, own] of Map.groupBy(rows, (row) => row.unit))
    for (const [turn, row] of own.toSorted((a, b) => compareText(saidBy(a), saidBy(b))).entries())
      found.set(`${unit} ${turn}`, row);
  return found;
}

const isIn = (row: MeasureRow | null) => row !== null && (row.hit || row.counted);
const isSame = (a: MeasureRow | null, b: MeasureRow | null) =>
  a !== null && b !== null && saidBy(a) === saidBy(b);
const saidBy = ({ person, counted, hit, reason, breakdowns }: MeasureRow) =>
  JSON.stringify([person, counted, hit, reason, Object.entries(breakdowns).toSorted()]);

function changeOf(then: MeasureRow | null, now: MeasureRow | null): RowChange {
  const what = isIn(then) === isIn(now) ? 'changed' : isIn(now) ? 'came-in' : 'went-out';
  return {
    unit: (now ?? then)?.unit ?? '',
    person: (now ?? then)?.person ?? null,
    what,
    numerator: step(then?.hit, now?.hit),
    denominator: step(then?.counted, now?.counted),
    then,
    now,
    why: whyOf(then, now),
  };
}

const step = (then = false, now = false) => (then === now ? 0 : now ? 1 : -1);

function whyOf(then: MeasureRow | null, now: MeasureRow | null): string {
  if (then === null) return 'Recorded since';
  if (now === null) return 'No longer in the record for this quarter';
  if (then.person !== now.person)
    return 'Now in the record of another child: records were joined or parted';
  if (then.reason !== now.reason) return 'What the record says of it was changed';
  if (step(then.hit, now.hit) !== 0 || step(then.counted, now.counted) !== 0)
    return 'It is counted otherwise now';
  const groups = Object.keys(now.breakdowns).filter(
    (by) => now.breakdowns[by] !== then.breakdowns[by],
  );
  return `In another group now, by ${groups.join(' and ')}`;
}

import type { Day } from '../calendar/day.ts';
import { quickLook } from '../people/quick-look.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { JudgedRow } from './judged-row.ts';
import type { KnownIndex } from './known-index.ts';
import { childKey, childOfRow, type Known, knownFromRow, urnKey } from './known-people.ts';
import type { ReadRow } from './referral-values.ts';

/** Marks, for any row, the day and the facts of every child on record with whom it is compared: while the mark stands, so does the verdict. */
export function basesOn(recorded: KnownIndex, today: Day): (row: ReadRow) => string {
  const marks = new Map<Known, string>();
  const markOf = (known: Known) => {
    const found = marks.get(known) ?? fingerprint(JSON.stringify([known.child, known.facts]));
    marks.set(known, found);
    return found;
  };
  return (row) => {
    const around = aroundRow(row, recorded);
    return [today, ...[...new Set(around)].map(markOf)].join(' ');
  };
}

/** Whether a row may depend on one of the given people: as somebody it is like, or as the child that it was put with. */
export function touches(
  row: ReadRow,
  { child, candidates }: JudgedRow,
  people: KnownIndex,
): boolean {
  const children = [...candidates.map((each) => each.child), ...(child ? [child] : [])];
  return (
    aroundRow(row, people).length > 0 ||
    children.some(
      (each) =>
        (each.kind === 'record' || each.kind === 'row') &&
        people.ofChild(childKey(each)).length > 0,
    )
  );
}

/** How the child of a row counts for the rows after it, told from the verdict alone. */
export function seenBefore(row: ReadRow, { verdict, child, candidates }: JudgedRow): Known {
  if (verdict !== 'hold')
    return knownFromRow(
      row,
      child?.kind === 'record' || child?.kind === 'row' ? child : childOfRow(row),
      'settled',
    );
  const [only, ...more] = candidates;
  const isSure = only?.verdict === 'same' && more.length === 0;
  return isSure
    ? knownFromRow(row, only.child, 'open-row')
    : knownFromRow(row, childOfRow(row), 'open-child');
}

/** Whether two sights of a row count alike for the rows after it. */
export const isLike = (one: Known, other: Known): boolean =>
  one.state === other.state && childKey(one.child) === childKey(other.child);

function aroundRow({ values }: ReadRow, people: KnownIndex): readonly Known[] {
  const look = quickLook(values);
  return [
    ...people.near(look),
    ...people.kin(look),
    ...(values.urn === null ? [] : people.withUrn(urnKey(values.urn))),
  ];
}

import { suppress } from '../figures/suppress.ts';

/** Children counted in groups, the groups adding up to all of them. */
export type CountedGroups = {
  readonly what: string;
  readonly counts: readonly { readonly what: string; readonly count: number }[];
};

/** The same as printed: a number, or the mark of a count that is hidden. */
export type PrintedGroups = {
  readonly what: string;
  readonly counts: readonly { readonly what: string; readonly count: string }[];
};

const all = 'all';

/**
 * Counts of the same children, grouped in one way and another, as a report prints them: small ones are hidden, and so is
 * what would give them away. A report prints how many cases were read in any case, so where that number would have to be
 * hidden no group is printed at all.
 */
export function printedCounts(sets: readonly CountedGroups[]): PrintedGroups[] {
  const keyOf = (set: number, group: number) => `set ${set}, group ${group}`;
  const [total = 0] = sets.map(({ counts }) => counts.reduce((sum, { count }) => sum + count, 0));
  const hidden = suppress({
    cells: [
      { key: all, value: total },
      ...sets.flatMap(({ counts }, set) =>
        counts.map(({ count }, group) => ({ key: keyOf(set, group), value: count })),
      ),
    ],
    relations: sets.map(({ what, counts }, set) => ({
      name: what,
      total: all,
      parts: counts.map((_, group) => keyOf(set, group)),
    })),
  });
  if (hidden.kind === 'refused') throw new Error(hidden.problems.join('; '));
  if (hidden.marks.has(all)) return [];
  return sets.map(({ what, counts }, set) => ({
    what,
    counts: counts.map((one, group) => ({
      what: one.what,
      count: hidden.marks.get(keyOf(set, group)) ?? String(one.count),
    })),
  }));
}

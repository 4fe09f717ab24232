import { smallNumberRules } from '../figures/small-numbers.data.ts';
import { suppress } from '../figures/suppress.ts';

/** What is counted of children under an order: each is of the children of the first. */
export const countedOf = {
  under_order: 'Under an order',
  not_kept: 'Not kept without a good reason',
  warned: 'Warned',
  put: 'Put to a court or panel',
} as const;
export type CountedOf = keyof typeof countedOf;

export type GroupCount = { readonly group: string } & Readonly<Record<CountedOf, number>>;
/** As it is printed: a count, or the mark in its place. */
export type GroupPrinted = { readonly group: string } & Readonly<Record<CountedOf, string>>;

const names = Object.keys(countedOf) as CountedOf[];
const everybody = 'All';

/** Counts by group with their sum, small ones hidden so that none can be worked out from the others. */
export function printedCounts(groups: readonly GroupCount[]): readonly GroupPrinted[] {
  if (groups.length === 0) return [];
  const sum = (name: CountedOf) => groups.reduce((all, group) => all + group[name], 0);
  const all = {
    group: everybody,
    ...(Object.fromEntries(names.map((name) => [name, sum(name)])) as Record<CountedOf, number>),
  };
  const key = (group: string, name: CountedOf) => `${group}, ${name}`;
  const rows = [...groups, all];
  const found = suppress({
    cells: rows.flatMap((row) =>
      names.map((name) => ({ key: key(row.group, name), value: row[name] })),
    ),
    relations: names.map((name) => ({
      name: countedOf[name],
      total: key(everybody, name),
      parts: groups.map(({ group }) => key(group, name)),
    })),
  });
  const printed = (row: GroupCount, name: CountedOf) =>
    found.kind === 'refused'
      ? smallNumberRules.protecting.mark
      : (found.marks.get(key(row.group, name)) ?? String(row[name]));
  return rows.map((row) => ({
    group: row.group,
    ...(Object.fromEntries(names.map((name) => [name, printed(row, name)])) as Record<
      CountedOf,
      string
    >),
  }));
}

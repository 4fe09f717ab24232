import { findSums } from './find-sums.ts';
import { type Grid, isRounded, turned } from './grid.ts';
import type { Cell, Relation } from './publication.ts';

export type Across = {
  /** Totals that no table prints and two give away. */
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly problems: readonly string[];
};

/**
 * What ties the counts of several tables together: the same labels, in whatever order; sums of one that are worked out of another;
 * and the same children counted in two ways, which come to one total whether it is printed or not.
 */
export function acrossTables(grids: readonly Grid[]): Across {
  if (grids.length < 2) return { cells: [], relations: [], problems: [] };
  const ways = [...grids, ...grids.map(turned)];
  const pairs = ways.flatMap((one, at) =>
    ways
      .slice(at + 1)
      .flatMap((other) => (one.table === other.table ? [] : [[one, other] as const])),
  );
  const joined = [...pairs, ...alike(ways)].map(sumsAcross);
  const same = sameTotals(ways);
  const shares = [...new Set(pairs.flatMap(([one, other]) => shareTables(one, other)))];
  return {
    cells: same.cells,
    relations: [...links(grids), ...joined.flatMap((some) => some ?? []), ...same.relations],
    problems: [
      ...shares,
      ...(joined.includes(null)
        ? [
            'So much of these tables adds up to one another that it cannot be told which are totals: give fewer tables at once',
          ]
        : []),
    ],
  };
}

const plain = (label: string | undefined) => (label ?? '').trim().toLowerCase();
const cellAt = ({ counts }: Grid, row: number, column: number) => counts[row]?.[column];

/** Three or more tables with the same rows: a sum may need them all. */
function alike(ways: readonly Grid[]): readonly (readonly Grid[])[] {
  const groups = Map.groupBy(ways, ({ rows }) => JSON.stringify(rows.map(plain).sort()));
  return [...groups.values()].filter(
    (some) => new Set(some.map(({ table }) => table)).size === some.length && some.length > 2,
  );
}

// The same labels and the same number in two tables are one count: hidden in one, it must not be read in the other.
function links(grids: readonly Grid[]): readonly Relation[] {
  const first = new Map<string, Cell>();
  const found: Relation[] = [];
  for (const grid of grids)
    for (const [row, label] of grid.rows.entries())
      for (const [column, heading] of grid.columns.entries()) {
        const cell = cellAt(grid, row, column);
        const labels = JSON.stringify([plain(label), plain(heading)].sort());
        const before = first.get(labels);
        if (!cell || cell.value === null) continue;
        if (!before) first.set(labels, cell);
        else if (before.value === cell.value)
          found.push({ name: `${labels} in two tables`, total: before.key, parts: [cell.key] });
      }
  return found;
}

/** Sums whose parts stand in more than one table, over the rows that the tables share; null where they cannot be told apart. */
function sumsAcross(grids: readonly Grid[]): readonly Relation[] | null {
  const [first] = grids;
  const shared = (first?.rows ?? []).filter((row) =>
    grids.every(({ rows }) => rows.map(plain).includes(plain(row))),
  );
  if (shared.length === 0) return [];
  const lines = grids.flatMap((grid) =>
    grid.columns.map((label, column) => ({
      table: grid.table,
      label,
      cells: shared.map((row) => cellAt(grid, grid.rows.map(plain).indexOf(plain(row)), column)),
    })),
  );
  // A line that another table repeats would only make every sum twice.
  const once = lines.filter(
    ({ label, cells }, at) =>
      !lines
        .slice(0, at)
        .some(
          (before) =>
            plain(before.label) === plain(label) &&
            before.cells.every((cell, place) => cell?.value === cells[place]?.value),
        ),
  );
  const sums = findSums(
    once.map(({ cells }) => cells.map((cell) => cell?.value ?? null)),
    // By arithmetic alone: what one table calls a total is of that table.
    once.map(() => ''),
  );
  if (!sums) return null;
  return sums.flatMap(({ total, parts }) => {
    const members = [total, ...parts].map((line) => once[line]);
    if (new Set(members.map((line) => line?.table)).size < 2) return [];
    return shared.flatMap((row, place): Relation[] => {
      const [whole, ...rest] = members.map((line) => line?.cells[place]?.key);
      return whole !== undefined && rest.every((key) => key !== undefined)
        ? [{ name: `“${row}” over several tables`, total: whole, parts: rest }]
        : [];
    });
  });
}

/** Lines that come to the same in two tables under the same name are of the same children. */
function sameTotals(ways: readonly Grid[]): Pick<Across, 'cells' | 'relations'> {
  const lines = ways.flatMap((grid) => {
    const sums = findSums(
      grid.counts.map((line) => line.map(({ value }) => value)),
      grid.rows,
    );
    const inside = new Set((sums ?? []).flatMap(({ parts }) => parts));
    const top = [...grid.rows.keys()].filter((row) => !inside.has(row));
    return grid.columns.map((label, column) => {
      const cells = top.flatMap((row) => cellAt(grid, row, column) ?? []);
      return {
        table: grid.table,
        label: grid.columns.length === 1 ? '' : plain(label),
        only: grid.columns.length === 1,
        cells,
        sum: cells.reduce<number | null>(
          (all, { value }) => (all === null || value === null ? null : all + value),
          0,
        ),
      };
    });
  });
  const groups = Map.groupBy(
    lines.filter(({ sum }) => sum !== null && sum > 0),
    ({ label, only, sum }) => JSON.stringify([only ? null : label, sum]),
  );
  const found = [...groups].filter(
    ([, some]) =>
      new Set(some.map(({ table }) => table)).size > 1 &&
      new Set(some.map(({ cells }) => cells.map(({ key }) => key).join())).size > 1,
  );
  return {
    cells: found.map(([name, some]) => ({ key: `all of ${name}`, value: some[0]?.sum ?? 0 })),
    relations: found.flatMap(([name, some]) =>
      some.map(({ cells }) => ({
        name: 'The same children counted in two tables',
        total: `all of ${name}`,
        parts: cells.map(({ key }) => key),
      })),
    ),
  };
}

/** A table of percentages of another, under the same labels. */
function shareTables(one: Grid, other: Grid): string[] {
  const shared = other.rows.flatMap((row, at) => {
    const from = one.rows.map(plain).indexOf(plain(row));
    return from < 0
      ? []
      : other.columns.flatMap((column, place) => {
          const to = one.columns.map(plain).indexOf(plain(column));
          const share = cellAt(other, at, place)?.value;
          const part = to < 0 ? null : cellAt(one, from, to)?.value;
          return typeof share === 'number' && typeof part === 'number'
            ? [{ share, part, row: from, column: to }]
            : [];
        });
  });
  const sum = (cells: readonly (Cell | undefined)[]) =>
    cells.reduce((all, cell) => all + (cell?.value ?? 0), 0);
  type Place = { readonly row: number; readonly column: number };
  const wholes = [
    ({ row }: Place) => sum(one.counts[row] ?? []),
    ({ column }: Place) => sum(one.counts.map((line) => line[column])),
    () => sum(one.counts.flat()),
    ...one.columns.map(
      (_, at) =>
        ({ row }: Place) =>
          cellAt(one, row, at)?.value ?? 0,
    ),
    ...one.rows.map(
      (_, at) =>
        ({ column }: Place) =>
          cellAt(one, at, column)?.value ?? 0,
    ),
  ];
  const isOf = wholes.some(
    (whole) =>
      shared.filter(({ share }) => share > 0 && share < 100).length >= FEWEST_SHARES &&
      shared.every((each) => isRounded(each.share, 100 * each.part, whole(each))),
  );
  return isOf
    ? [
        `Table ${other.table} is of percentages of table ${one.table} and would give its counts away: take it out, and work it out again from what is printed`,
      ]
    : [];
}
const FEWEST_SHARES = 2;

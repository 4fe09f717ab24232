import { type BundleColumn, type BundleFile, bundleColumns, bundleKeys } from './files.data.ts';
import { type Codes, judgeCell } from './judge-cell.ts';

/** What is wrong at one place of a bundle. The header is line 1. */
export type BundleFault = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
};

/** A row of a bundle by the names of its columns; blank is null. */
export type BundleRow = Readonly<Record<string, string | null>>;

/** What a service's own labels mean: file, column and label, joined by `labelKey`, to the code. */
export type Labels = ReadonlyMap<string, string>;
export const labelKey = (file: string, column: string, label: string) =>
  JSON.stringify([file, column, label.trim().toLowerCase()]);

/** The ids that the files read so far have, by file; a file that could not be read has none here, and what names its rows is not held against it. */
export type KnownIds = Map<BundleFile, Set<string>>;

/** Judges the rows of one file, one after another, by its header. */
export type FileJudge = {
  readonly faults: readonly BundleFault[];
  /** The row as it is stored, or what is wrong with it. */
  row(cells: readonly string[], line: number): BundleRow | readonly BundleFault[];
};

/** A judge of a file's rows, with what is wrong with its header; ids that rows have are added to `known`. */
export function judgeFile(
  file: BundleFile,
  header: readonly string[],
  { codes, labels, known }: { codes: Codes; labels: Labels; known: KnownIds },
): FileJudge {
  const columns = bundleColumns[file];
  const key = bundleKeys[file];
  const names = header.map((name) => name.trim());
  const own = known.get(file) ?? new Set<string>();
  const fault = (line: number, column: string, reason: string): BundleFault => ({
    file: `${file}.csv`,
    line,
    column,
    reason,
  });
  const places = columns.map((column) => ({ column, at: names.indexOf(column.name) }));

  return {
    faults: headerFaults(columns, names).map(({ column, reason }) => fault(1, column, reason)),
    row: (cells, line) => {
      if (cells.length !== names.length)
        return [
          fault(
            line,
            '',
            `has ${cells.length} columns and the header ${names.length}: mend the commas or quotation marks`,
          ),
        ];
      const faults: BundleFault[] = [];
      const row: Record<string, string | null> = {};
      for (const { column, at } of places) {
        const text = cells[at] ?? '';
        const meant = labels.get(labelKey(file, column.name, text)) ?? text;
        const judged = judgeCell(meant, column, codes);
        if (judged.kind === 'fault') faults.push(fault(line, column.name, judged.reason));
        else row[column.name] = judged.value;
      }
      for (const { name, kind } of columns) {
        const named = row[name];
        if (typeof named !== 'string' || typeof kind !== 'object' || !('of' in kind)) continue;
        if (known.get(kind.of)?.has(named) === false)
          faults.push(
            fault(
              line,
              name,
              `“${named}” is not in ${kind.of}.csv: add its row there, or take this one out`,
            ),
          );
      }
      const id = key ? row[key] : undefined;
      if (key && typeof id === 'string') {
        if (own.has(id))
          faults.push(fault(line, key, `“${id}” stands twice: each row needs an id of its own`));
        own.add(id);
      }
      return faults.length > 0 ? faults : row;
    },
  };
}

function headerFaults(columns: readonly BundleColumn[], names: readonly string[]) {
  const known = columns.map(({ name }) => name);
  return [
    ...names.flatMap((name, at) => {
      if (!known.includes(name))
        return [
          { column: name, reason: `is not a column of this file, which are ${known.join(', ')}` },
        ];
      return names.indexOf(name) < at
        ? [{ column: name, reason: 'stands twice in the header' }]
        : [];
    }),
    ...columns
      .filter(({ name, needed }) => needed && !names.includes(name))
      .map(({ name }) => ({ column: name, reason: 'is needed and missing from the header' })),
  ];
}

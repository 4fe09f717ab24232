import { findSums } from './find-sums.ts';
import { type Cell, type Publication, problemsOf, type Relation } from './publication.ts';
import { readCount } from './read-count.ts';
import { carriedMarks } from './small-numbers.data.ts';

type Table = readonly (readonly string[])[];

/** The key of the count in a row and column of one of several tables, all counted from 1 after the labels. */
export const tableKey = (row: number, column: number, table = 1) =>
  `${table > 1 ? `table ${table}, ` : ''}row ${row}, column ${column}`;

/** A table without the rows and columns that a spreadsheet adds: no label, and nothing in them. */
export function withoutBlanks(table: Table): Table {
  const rows = table.filter((cells) => cells.some((text) => text !== ''));
  const columns = (rows[0] ?? []).map(
    (_, at) => at === 0 || rows.some((cells) => (cells[at] ?? '') !== ''),
  );
  const width = columns.lastIndexOf(true) + 1;
  return rows.map((cells) =>
    cells.filter((text, at) => columns[at] ?? (text !== '' || at < width)),
  );
}

/** One table of counts as a publication of its own. */
export const tablePublication = (table: Table) => tablesPublication([table]);

/**
 * Tables of counts with their labels in the first row and column as one publication. Sums are found by arithmetic, whatever
 * they are called; a count that stands in two tables under the same labels is one count. Or what is wrong, by row and column.
 */
export function tablesPublication(
  tables: readonly Table[],
): Publication | { readonly problems: readonly string[] } {
  const parts = tables.map((table, index) => partOf(table, index + 1));
  const problems = [
    ...(tables.length === 0 ? ['A table needs labels and counts'] : []),
    ...parts.flatMap((part) => part.problems),
  ];
  if (problems.length > 0) return { problems };
  const publication = {
    cells: parts.flatMap(({ cells }) => cells),
    relations: [...parts.flatMap(({ relations }) => relations), ...linksOf(tables, parts)],
  };
  const found = problemsOf(publication);
  return found.length > 0 ? { problems: found } : publication;
}

type Part = {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly problems: readonly string[];
};

function partOf(table: Table, number: number): Part {
  const [header = [], ...rows] = table;
  const columns = header.slice(1);
  const labels = rows.map(([label = '']) => label);
  const problems = [
    ...(columns.length === 0 || rows.length === 0 ? ['A table needs labels and counts'] : []),
    ...problemsOfLabels(columns, labels),
    ...rows.flatMap((cells) => problemsOfRow(cells, header)),
  ];
  if (problems.length > 0) return { cells: [], relations: [], problems };
  const counts = rows.map((cells) =>
    cells.slice(1).map((text) => (carriedMarks.includes(text) ? null : Number(text))),
  );
  const turned = columns.map((_, column) => counts.map((line) => line[column] ?? null));
  const alongRows = findSums(turned, columns);
  const alongColumns = findSums(counts, labels);
  if (!alongRows || !alongColumns)
    return {
      cells: [],
      relations: [],
      problems: [
        'So many rows or columns add up to one another that it cannot be told which are totals: take out the rows and columns that repeat others',
      ],
    };
  return {
    problems,
    cells: rows.flatMap((cells, row) =>
      cells.slice(1).map((text, column) => ({
        key: tableKey(row + 1, column + 1, number),
        ...(carriedMarks.includes(text) ? { value: null, carried: text } : { value: Number(text) }),
      })),
    ),
    relations: [
      ...alongRows.flatMap(({ total, parts }) =>
        labels.map((label, row) => ({
          name: `The total of row “${label}”`,
          total: tableKey(row + 1, total + 1, number),
          parts: parts.map((column) => tableKey(row + 1, column + 1, number)),
        })),
      ),
      ...alongColumns.flatMap(({ total, parts }) =>
        columns.map((label, column) => ({
          name: `The total of column “${label}”`,
          total: tableKey(total + 1, column + 1, number),
          parts: parts.map((row) => tableKey(row + 1, column + 1, number)),
        })),
      ),
    ],
  };
}

/** Figures worked out of counts: printed beside them, they give a hidden one away. */
const WORKED_OUT =
  /%|\bper ?cent|\b(percentage|share|rate|ratio|proportion|average|mean|canran)\b/i;
const YEAR = /^(19|20)\d\d$/;

function problemsOfLabels(columns: readonly string[], labels: readonly string[]): string[] {
  const counts = columns.filter(
    (text) =>
      (carriedMarks.includes(text) && !/^[a-z]$/.test(text)) ||
      (/^\d+$/.test(text) && !YEAR.test(text)),
  );
  return [
    ...counts.map(
      (text) =>
        `“${text}” stands where a heading should: give the table its row of headings, or take out the empty line above it; write an age as “aged ${text}”`,
    ),
    ...[...columns, ...labels]
      .filter((text) => WORKED_OUT.test(text))
      .map(
        (text) =>
          `“${text}” is not of counts and would give them away: take it out, and work it out again from what is printed`,
      ),
  ];
}

function problemsOfRow(cells: readonly string[], header: readonly string[]): string[] {
  const [label = ''] = cells;
  if (cells.length !== header.length)
    return [`Row “${label}” has ${cells.length} columns, the header has ${header.length}`];
  return cells.flatMap((text, column) => {
    const found = column === 0 || carriedMarks.includes(text) ? null : readCount(text);
    return typeof found === 'string'
      ? [`Row “${label}”, column “${header[column]}”: “${text}” ${found}`]
      : [];
  });
}

// The same labels and the same number in two tables are one count: hidden in one, it must not be read in the other.
function linksOf(tables: readonly Table[], parts: readonly Part[]): readonly Relation[] {
  const first = new Map<string, { readonly key: string; readonly text: string }>();
  const links: Relation[] = [];
  for (const [index, table] of tables.entries()) {
    const keys = new Set(parts[index]?.cells.map(({ key }) => key));
    for (const [row, cells] of table.entries())
      for (const [column, text] of cells.entries()) {
        const key = tableKey(row, column, index + 1);
        if (!keys.has(key)) continue;
        const labels = JSON.stringify(
          [cells[0], table[0]?.[column]].map((each) => each?.toLowerCase()),
        );
        const before = first.get(labels);
        if (!before) first.set(labels, { key, text });
        else if (before.text === text && /^\d+$/.test(text))
          links.push({ name: `${labels} in two tables`, total: before.key, parts: [key] });
      }
  }
  return links;
}

import { doubtfulParts } from './doubtful-parts.ts';
import { findSums } from './find-sums.ts';
import { type Grid, turned } from './grid.ts';
import { acrossTables } from './linked-tables.ts';
import { nestedLines } from './nested-lines.ts';
import { type Cell, type Publication, problemsOf, type Relation } from './publication.ts';
import { readCount } from './read-count.ts';
import { carriedMarks } from './small-numbers.data.ts';
import { workedOutLines, workedOutNames } from './worked-out.ts';

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
  const across = acrossTables(parts.map(({ grid }) => grid));
  if (across.problems.length > 0) return { problems: across.problems };
  const publication = {
    cells: [...parts.flatMap(({ cells }) => cells), ...across.cells],
    relations: [...parts.flatMap(({ relations }) => relations), ...across.relations],
  };
  const found = problemsOf(publication);
  return found.length > 0 ? { problems: found } : publication;
}

type Part = {
  readonly grid: Grid;
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  readonly problems: readonly string[];
};

function partOf(table: Table, number: number): Part {
  const [header = [], ...rows] = table;
  const columns = header.slice(1);
  const labels = rows.map(([label = '']) => label);
  const isAlone = Boolean(header[0]) && columns.every((text) => text === '');
  const problems = isAlone
    ? [
        `“${header[0]}” stands where a table begins: a table needs labels and counts. Take titles, notes and sources out, and put them back when it is printed`,
      ]
    : [
        ...(columns.length === 0 || rows.length === 0 ? ['A table needs labels and counts'] : []),
        ...problemsOfLabels(columns, labels),
        ...(isOfHeadings(rows[0]) ? [twoHeadings(rows[0])] : problemsOfRows(rows, header)),
      ];
  const grid = gridOf(rows, columns, labels, number);
  const none = { grid, cells: [], relations: [] };
  if (problems.length > 0) return { ...none, problems };
  const workedOut = [grid, turned(grid)].flatMap(workedOutLines);
  if (workedOut.length > 0) return { ...none, problems: workedOut };
  const counts = rows.map((cells) =>
    cells.slice(1).map((text) => (carriedMarks.includes(text) ? null : Number(text))),
  );
  const byColumn = columns.map((_, column) => counts.map((line) => line[column] ?? null));
  const alongRows = findSums(byColumn, columns);
  const alongColumns = findSums(counts, labels);
  if (!alongRows || !alongColumns)
    return {
      ...none,
      problems: [
        'So many rows or columns add up to one another that it cannot be told which are totals: take out the rows and columns that repeat others',
      ],
    };
  const doubtful = [
    ...doubtfulParts(grid, alongColumns),
    ...doubtfulParts(turned(grid), alongRows),
  ];
  if (doubtful.length > 0) return { ...none, problems: doubtful };
  const nested = nestedLines(grid);
  return {
    problems,
    grid,
    cells: [...grid.counts.flat(), ...nested.cells],
    relations: [
      ...nested.relations,
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

const gridOf = (
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  labels: readonly string[],
  table: number,
): Grid => ({
  table,
  rows: labels,
  columns,
  counts: rows.map((cells, row) =>
    cells.slice(1).map((text, column) => ({
      key: tableKey(row + 1, column + 1, table),
      ...(carriedMarks.includes(text) ? { value: null, carried: text } : { value: numberIn(text) }),
    })),
  ),
});

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
    ...workedOutNames([...columns, ...labels]),
  ];
}

const isOfHeadings = ([, ...cells]: readonly string[] = []): boolean =>
  cells.length > 0 && cells.every((text) => /^\p{L}{2}/u.test(text) && !HIDDEN.test(text));
const twoHeadings = (cells: readonly string[] = []): string =>
  `${cells
    .filter(Boolean)
    .map((text) => `“${text}”`)
    .join(
      ', ',
    )}: a second row of headings. Join each to the one above it, in one row (“2025, boys”)`;

function problemsOfRows(
  rows: readonly (readonly string[])[],
  header: readonly string[],
): readonly string[] {
  // What is no count by its heading is said of the heading alone.
  const counted = header.map((text) => workedOutNames([text]).length === 0);
  return [...new Set(rows.flatMap((cells) => problemsOfRow(cells, header, counted)))];
}

function problemsOfRow(
  cells: readonly string[],
  header: readonly string[],
  counted: readonly boolean[],
): string[] {
  const [label = ''] = cells;
  if (header.length > 1 && cells.slice(1).every((text) => text === ''))
    return [
      `“${label}” stands alone in its row: take titles, notes and sources out, and put them back when it is printed`,
    ];
  if (cells.length !== header.length)
    return [`Row “${label}” has ${cells.length} columns, the header has ${header.length}`];
  return cells.flatMap((text, column) => {
    if (column === 0 || carriedMarks.includes(text) || !counted[column]) return [];
    const found = readCount(withoutThousands(text));
    if (typeof found !== 'string') return [];
    if (/^\p{L}{2}/u.test(text) && !HIDDEN.test(text))
      return [
        `Column “${header[column]}” has words where counts should stand: join them to the labels in the first column (“North, boys”), and put a table that stands beside another below it, with an empty line between`,
      ];
    return [`Row “${label}”, column “${header[column]}”: “${text}” ${found}${mendOf(text)}`];
  });
}

/** The thousands of a spreadsheet are no part of the number. */
const withoutThousands = (text: string): string =>
  /^\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
const numberIn = (text: string): number => Number(withoutThousands(text));

const HIDDEN =
  /^(?:[<≤>≥~]|\.{1,3}$|:$|\[\p{L}\]$|\p{L}$|n\/|supp|fewer|less than|under|not |none|nil)/iu;

/** What to do about a cell that is no count. */
function mendOf(text: string): string {
  const found = MENDS.find(([is]) => is.test(text));
  return found ? `: ${found[1]}` : '';
}
const MENDS: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'write 0 where nobody is counted, x where the count is hidden'],
  [/^\d[\d.,]*\s*%$/, 'take shares out, and work them out again from what is printed'],
  [/^-?\d+[.,]\d+$/, 'write the count without its decimals'],
  [/^\d[\d,]*\s*[[(\p{L}*]/u, 'take the note out of the cell'],
  [HIDDEN, 'write x where the count is hidden, 0 where nobody is counted'],
];

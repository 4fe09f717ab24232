import { type Publication, problemsOf, type Relation } from './publication.ts';
import { carriedMarks } from './small-numbers.data.ts';

/** The key of the count in a row and column of a table, both counted from 1 after the labels. */
export const tableKey = (row: number, column: number) => `row ${row}, column ${column}`;

/**
 * A table of counts with its labels in the first row and column as a publication; one row and one
 * column labelled Total are sums of the others. Or what is wrong with it, by row and column.
 */
export function tablePublication(
  table: readonly (readonly string[])[],
): Publication | { readonly problems: readonly string[] } {
  const [header = [], ...rows] = table;
  const columns = header.slice(1);
  const labels = rows.map(([label = '']) => label);
  const problems = [
    ...(columns.length === 0 || rows.length === 0 ? ['A table needs labels and counts'] : []),
    ...(columns.filter(isTotal).length > 1 ? ['Two columns are labelled Total'] : []),
    ...(labels.filter(isTotal).length > 1 ? ['Two rows are labelled Total'] : []),
    ...rows.flatMap((cells) => problemsOfRow(cells, header)),
  ];
  if (problems.length > 0) return { problems };
  const publication = {
    cells: rows.flatMap((cells, row) =>
      cells.slice(1).map((text, column) => ({
        key: tableKey(row + 1, column + 1),
        ...(carriedMarks.includes(text) ? { value: null, carried: text } : { value: Number(text) }),
      })),
    ),
    relations: [
      ...sumsOf('row', labels, columns, tableKey),
      ...sumsOf('column', columns, labels, (column, row) => tableKey(row, column)),
    ],
  };
  const found = problemsOf(publication);
  return found.length > 0 ? { problems: found } : publication;
}

function problemsOfRow(cells: readonly string[], header: readonly string[]): string[] {
  const [label = ''] = cells;
  if (cells.length !== header.length)
    return [`Row “${label}” has ${cells.length} columns, the header has ${header.length}`];
  return cells.flatMap((text, column) =>
    column === 0 || /^\d{1,15}$/.test(text) || carriedMarks.includes(text)
      ? []
      : [
          `Row “${label}”, column “${header[column]}”: “${text}” is not a whole number of 0 or more`,
        ],
  );
}

/** The sum of each line, along the other direction of the table, if that has a total. */
function sumsOf(
  kind: string,
  lines: readonly string[],
  across: readonly string[],
  keyOf: (line: number, place: number) => string,
): Relation[] {
  const total = across.findIndex(isTotal);
  if (total < 0 || across.length === 1) return [];
  return lines.map((label, line) => ({
    name: `The total of ${kind} “${label}”`,
    total: keyOf(line + 1, total + 1),
    parts: across.flatMap((_, place) => (place === total ? [] : [keyOf(line + 1, place + 1)])),
  }));
}

const isTotal = (label: string) => label.trim().toLowerCase() === 'total';

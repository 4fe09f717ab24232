import { type ColumnMapping, headingKey, type SourceRow } from './map-columns.ts';

/** Rows below the header: those that tell of a child, and those passed over with the words by which they were known. */
export type DataRows = {
  readonly rows: readonly SourceRow[];
  readonly passedOver: readonly { readonly line: number; readonly text: string }[];
};

const FOOTER =
  /^(?:(?:grand |sub-?)?totals?\b|cyfanswm|sum\b|count\b|no\.? of |number of |\d+ (?:rows?|records?|results?)\b|end(?: of)?\b|printed\b|produced\b|generated\b|exported\b|report\b|run (?:on|date|by)\b|page \d|official\b|restricted\b|disclaimer|n\.?b\.?\b|notes?:)/i;
const MOST_CELLS_OF_A_FOOTER = 4;

type Header = Pick<ColumnMapping, 'headerLine' | 'headings'> & {
  readonly columns: { readonly dateOfBirth?: number | undefined };
};

/** What stands in one column of some rows; nothing where there is no such column. */
export const inColumn = (
  rows: readonly SourceRow[],
  column: number | undefined,
): readonly string[] => (column === undefined ? [] : rows.map(({ cells }) => cells[column] ?? ''));

/** Parts the rows that tell of a child from titles, repeated headings, sums and closing lines; blank rows are neither. */
export function dataRows(rows: readonly SourceRow[], mapping: Header): DataRows {
  const told: SourceRow[] = [];
  const passedOver: { line: number; text: string }[] = [];
  for (const row of rows) {
    const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (row.line <= mapping.headerLine || filled.length === 0) continue;
    const isChild =
      !isTitle(filled) && !isHeaderAgain(filled, mapping) && !isFooter(row, filled, mapping);
    if (isChild) told.push(row);
    else passedOver.push({ line: row.line, text: filled.join(' ').slice(0, 60) });
  }
  return { rows: told, passedOver };
}

/** One filled cell with words in it ("OFFICIAL-SENSITIVE", "Page 2 of 3"); a lone URN is no title. */
function isTitle(filled: readonly string[]): boolean {
  return filled.length === 1 && (/\s/.test(filled[0] ?? '') || !/\d/.test(filled[0] ?? ''));
}

function isHeaderAgain(filled: readonly string[], { headings }: Header): boolean {
  const keys = new Set(headings.map(headingKey));
  return filled.every((cell) => keys.has(headingKey(cell)));
}

/** A sum or a closing line: few cells, no date of birth, and words that no URN begins with. */
function isFooter(row: SourceRow, filled: readonly string[], { columns }: Header): boolean {
  const born = columns.dateOfBirth === undefined ? '' : row.cells[columns.dateOfBirth];
  return (
    filled.length <= MOST_CELLS_OF_A_FOOTER &&
    (born ?? '').trim() === '' &&
    FOOTER.test(filled[0] ?? '')
  );
}

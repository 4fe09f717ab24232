import type { SourceRow } from '../domain/referrals/map-columns.ts';
import { visibleText } from '../domain/text/visible-text.ts';
import { readCsv } from '../platform/files/read-csv.ts';
import { type Io, Mend } from './command.ts';

/** More rows than any published table has. */
const MOST_ROWS = 500_000;

// How .xlsx, .ods and .xls begin.
const WORKBOOKS = [
  [0x50, 0x4b],
  [0xd0, 0xcf],
];

/** The rows of CSV text on standard input with the line each stands on; blank lines are passed over. */
export async function rowsOfInput(io: Io): Promise<readonly SourceRow[]> {
  const bytes = await io.readAll();
  if (WORKBOOKS.some((begins) => begins.every((byte, at) => bytes[at] === byte)))
    throw new Mend(
      'This is a workbook: save the sheet that is meant as CSV, write out what a merged cell stands for, and give that',
    );
  const read = readCsv(bytes, MOST_ROWS);
  if (read.kind === 'unreadable') throw new Mend(read.reason);
  const rows = read.sheets.flatMap((sheet) => sheet.rows);
  return rows.flatMap(({ line, cells }) => {
    const trimmed = cells.map((cell) => visibleText(cell).trim());
    // Excel's own line about the separator is of no table.
    const isNone =
      trimmed.every((cell) => cell === '') || (line === 1 && /^"?sep=/i.test(cells[0] ?? ''));
    return isNone ? [] : [{ line, cells: trimmed }];
  });
}

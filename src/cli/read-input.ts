import type { SourceRow } from '../domain/referrals/map-columns.ts';
import { visibleText } from '../domain/text/visible-text.ts';
import { readCsv } from '../platform/files/read-csv.ts';
import { type Io, Mend } from './command.ts';

/** More rows than any published table has. */
const MOST_ROWS = 500_000;

/** The rows of CSV text on standard input with the line each stands on; blank lines are passed over. */
export async function rowsOfInput(io: Io): Promise<readonly SourceRow[]> {
  const read = readCsv(await io.readAll(), MOST_ROWS);
  if (read.kind === 'unreadable') throw new Mend(read.reason);
  const rows = read.sheets.flatMap((sheet) => sheet.rows);
  return rows.flatMap(({ line, cells }) => {
    const trimmed = cells.map((cell) => visibleText(cell).trim());
    return trimmed.every((cell) => cell === '') ? [] : [{ line, cells: trimmed }];
  });
}

import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../../domain/csv/safe-cell.ts';

/** A table as CSV for a spreadsheet: no cell starts a formula, and Excel reads the accents (UTF-8 with its mark). */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean | null | undefined)[])[],
): string {
  return stringify(
    [header, ...rows].map((row) => row.map(safeCell)),
    {
      bom: true,
      record_delimiter: '\r\n',
    },
  );
}

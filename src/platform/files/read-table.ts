import type { SourceRow } from '../../domain/referrals/find-header.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** A file's rows as text, or what is wrong with the file and how to mend it. */
export type ReadTable =
  | { readonly kind: 'read'; readonly format: string; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The most bytes a list may have; a month's list of a large force is under one twentieth of it. */
export const MOST_BYTES = 8 * 1024 * 1024;
const MOST_ROWS = 20_000;

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];

/** Reads a list by what its bytes are, never by what its name says alone. */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<ReadTable> {
  const wrong = wrongFile(bytes, fileName);
  if (wrong) return { kind: 'unreadable', reason: wrong };
  const table = startsWith(bytes, ZIP) ? await readXlsx(bytes) : readCsv(bytes, MOST_ROWS + 1);
  if (table.kind === 'read' && table.rows.length > MOST_ROWS) {
    return {
      kind: 'unreadable',
      reason: `The file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows, and no more are taken at once: split it into several files`,
    };
  }
  return table;
}

function wrongFile(bytes: Uint8Array, fileName: string): string | null {
  if (bytes.length === 0) return 'The file is empty: save the list again and choose that file';
  if (bytes.length > MOST_BYTES)
    return `The file is larger than ${MOST_BYTES / 1024 / 1024} MB: split it into several files`;
  if (!/\.(csv|txt|xlsx)$/i.test(fileName))
    return `“${fileName}” is neither .csv nor .xlsx: save the list as CSV or as an Excel workbook (.xlsx)`;
  if (startsWith(bytes, OLD_EXCEL))
    return 'This is an old Excel workbook (.xls), or one with a password: open it and save it as .xlsx without a password';
  if (startsWith(bytes, PDF)) return 'This is a PDF: ask police for the list as CSV or Excel';
  if (/\.xlsx$/i.test(fileName) && !startsWith(bytes, ZIP))
    return 'The name ends in .xlsx but the file is not an Excel workbook: open it and save it again as .xlsx';
  return null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

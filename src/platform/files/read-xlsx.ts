import { readSheet } from 'read-excel-file/node';
import type { ReadTable } from './read-table.ts';
import { unpackedSize } from './unpacked-size.ts';

const MOST_UNPACKED = 60 * 1024 * 1024;

/** Reads the first sheet of an Excel workbook as text: dates as 27/03/2012, formulas by the value last worked out. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadTable> {
  const size = unpackedSize(bytes);
  if (size === null || size > MOST_UNPACKED)
    return {
      kind: 'unreadable',
      reason:
        size === null
          ? 'The Excel workbook is damaged or cut short: open it, save it again and choose that file'
          : 'The Excel workbook unpacks to more than 60 MB: save the one sheet with the list as CSV',
    };
  try {
    const data: readonly (readonly unknown[])[] = await readSheet(Buffer.from(bytes), {
      trim: false,
    });
    return {
      kind: 'read',
      format: 'Excel workbook',
      rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
    };
  } catch {
    return {
      kind: 'unreadable',
      reason:
        'The file cannot be read as an Excel workbook: open it, check that the list is on the first sheet, and save it again as .xlsx',
    };
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const [year, month, day] = cell.toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  return String(cell);
}

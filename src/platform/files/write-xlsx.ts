import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { safeCell } from '../../domain/csv/safe-cell.ts';
import type { DownloadCell } from '../../domain/statistics/download-table.ts';

type WorkbookSheet = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DownloadCell[])[];
};

const MOST_WIDTH = 60;

/** An Excel workbook, a table a sheet: numbers are numbers with their printed places, and no words start a formula. */
export async function writeXlsx(
  sheets: readonly WorkbookSheet[],
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map((heading, at) => ({
        width: widthOf([heading, ...rows.map((row) => row[at])]),
      })),
      data: [
        columns.map((heading): Cell => ({ ...textCell(heading), fontWeight: 'bold' })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  );
  return new Uint8Array(await workbook.toBuffer());
}

function cellOf(cell: DownloadCell): Cell {
  if (typeof cell === 'string') return textCell(cell);
  const places = cell.number.split('.')[1]?.length ?? 0;
  return {
    type: Number,
    value: Number(cell.number),
    format: places > 0 ? `0.${'0'.repeat(places)}` : '0',
  };
}

const textCell = (text: string) => ({ type: String, value: safeCell(text), wrap: true });

function widthOf(cells: readonly (DownloadCell | undefined)[]): number {
  const lengths = cells.map(
    (cell) => (typeof cell === 'object' ? cell.number : (cell ?? '')).length,
  );
  return Math.min(MOST_WIDTH, Math.max(10, ...lengths) + 2);
}

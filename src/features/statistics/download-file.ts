import type { DownloadCell, DownloadTable } from '../../domain/statistics/download-table.ts';
import { writeCsv } from '../../platform/files/write-csv.ts';
import { writeXlsx } from '../../platform/files/write-xlsx.ts';

/** A table of statistics as CSV: the columns' names in the first line and the rows of the page, then an empty line, its title and what it is made of. */
export function asCsv({ title, about, columns, rows }: DownloadTable): string {
  return writeCsv(columns, [
    ...rows.map((row) => row.map(csvCell)),
    [],
    ['Table', title],
    ...about,
  ]);
}

/** The same as an Excel workbook: the rows on the first sheet, what they are made of on the second. */
export function asXlsx({ title, about, columns, rows }: DownloadTable) {
  return writeXlsx([
    { name: 'Table', columns, rows },
    { name: 'About', columns: ['About', 'In words'], rows: [['Table', title], ...about] },
  ]);
}

/** What a browser is told of a file, so that it is saved under the table’s name. */
export const fileHeaders = ({ name }: DownloadTable, format: 'csv' | 'xlsx') => ({
  'content-type':
    format === 'csv'
      ? 'text/csv; charset=utf-8'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'content-disposition': `attachment; filename="${name}.${format}"`,
});

// A number of 0 or more keeps its printed places; one below 0 as text would be guarded like a formula.
const csvCell = (cell: DownloadCell) =>
  typeof cell === 'string' ? cell : cell.number.startsWith('-') ? Number(cell.number) : cell.number;

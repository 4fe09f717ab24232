import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../../domain/referrals/decode.ts';
import type { SourceRow } from '../../domain/referrals/map-columns.ts';
import type { ReadTable } from './read-table.ts';
import { inWords, TABLE_LIMITS } from './table-limits.data.ts';
import { StopReading, stoppable } from './unreadable.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** A row as long as this is no row of a list, but text without line ends. */
const LONGEST_ROW = 1_000_000;

/** Reads comma-, semicolon- or tab-separated text in any encoding that a British office writes, up to so many rows. */
export function readCsv(bytes: Uint8Array, mostRows: number): ReadTable {
  return stoppable(
    () => readText(bytes, mostRows),
    'The file cannot be read as CSV. Open it in Excel and save it again as CSV',
  );
}

function readText(bytes: Uint8Array, mostRows: number): ReadTable {
  const decoded = decodeText(bytes);
  // One kind of line end, so that lines are counted as an editor counts them.
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.includes('\u0000'))
    throw new StopReading(
      'This is not a text file: save the list as CSV or as an Excel workbook (.xlsx)',
    );
  const separator = separatorOf(text);
  if (!hasAtMost(TABLE_LIMITS.cells, text, separator))
    throw new StopReading(
      `The file has more than ${inWords(TABLE_LIMITS.cells)} cells: take out the empty columns and rows, or split it into several files`,
    );
  const rows: SourceRow[] = [];
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      delimiter: separator,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines: last }) => {
        checkRow(cells, line);
        // A record begins on the line after the one on which the record before it ended.
        rows.push({ line, cells });
        line = last + 1;
        if (rows.length > mostRows)
          throw new StopReading(
            `The file has more than ${inWords(mostRows)} rows, and no more are taken at once: split it into several files`,
          );
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new StopReading(reasonOf(error));
  }
  const sheet = { name: '', isHidden: false, rows, hiddenRows: [], hiddenColumns: [] };
  return { kind: 'read', format: `CSV, ${decoded.encoding}`, sheets: [sheet] };
}

function checkRow(cells: readonly string[], line: number): void {
  if (
    cells.length > TABLE_LIMITS.columns &&
    cells.findLastIndex((cell) => cell !== '') >= TABLE_LIMITS.columns
  )
    throw new StopReading(
      `Row ${line} has ${inWords(cells.length)} columns, and no more than ${TABLE_LIMITS.columns} are read: take out the columns to the right of the list`,
    );
  if (cells.some((cell) => cell.length > TABLE_LIMITS.cellLength))
    throw new StopReading(
      `A cell of row ${line} is longer than ${inWords(TABLE_LIMITS.cellLength)} signs: shorten it, or look for a quotation mark that is never closed`,
    );
}

function hasAtMost(most: number, text: string, separator: string): boolean {
  let cells = 0;
  for (const sign of [separator, '\n'])
    for (let at = text.indexOf(sign); at >= 0 && cells <= most; at = text.indexOf(sign, at + 1))
      cells += 1;
  return cells <= most;
}

/** The separator that the first lines use most, outside quotation marks. */
function separatorOf(text: string): string {
  const top = text
    .split('\n', 40)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => top.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function reasonOf(error: CsvError): string {
  const line = 'lines' in error ? Number(error.lines) : null;
  const column = 'column' in error ? Number(error.column) + 1 : null;
  const where = `Row ${line}${column ? `, column ${column}` : ''}`;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return `${where}: the row is longer than ${inWords(LONGEST_ROW)} signs, which no row of a list is. Look for a quotation mark that is never closed, or save the list again as CSV`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return `Row ${line}: a quotation mark is opened and never closed. Put the missing " at the end of the cell`;
  if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE')
    return `${where}: a quotation mark stands in the middle of a cell. Write it twice ("") and put the whole cell in quotation marks, or take it out`;
  return `${where}: the row cannot be read as CSV. Open the file in Excel and save it again as CSV`;
}

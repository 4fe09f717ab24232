import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../../domain/referrals/decode.ts';
import type { SourceRow } from '../../domain/referrals/find-header.ts';
import type { ReadTable } from './read-table.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** Taking a file apart holds up everyone else; a full list of twenty thousand rows has this many cells. */
const MOST_CELLS = 1_000_000;

/** Reads comma-, semicolon- or tab-separated text in any encoding that a British office writes, up to so many rows. */
export function readCsv(bytes: Uint8Array, mostRows: number): ReadTable {
  const decoded = decodeText(bytes);
  // One kind of line end, so that lines are counted as an editor counts them.
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.includes('\u0000'))
    return {
      kind: 'unreadable',
      reason: 'This is not a text file: save the list as CSV or as an Excel workbook (.xlsx)',
    };
  const separator = separatorOf(text);
  if (!hasAtMost(MOST_CELLS, text, separator))
    return {
      kind: 'unreadable',
      reason: `The file has more than ${MOST_CELLS.toLocaleString('en-GB')} cells: take out the empty columns and rows, or split it into several files`,
    };
  try {
    const lines: number[] = [];
    const records = parse(text, {
      relax_column_count: true,
      to: mostRows,
      delimiter: separator,
      on_record: (cells: string[], { lines: last }) => {
        lines.push(last);
        return cells;
      },
    });
    return { kind: 'read', format: `CSV, ${decoded.encoding}`, rows: withLines(records, lines) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

// A record begins on the line after the one on which the record before it ended.
function withLines(
  records: readonly (readonly string[])[],
  lastLines: readonly number[],
): readonly SourceRow[] {
  return records.map((cells, index) => ({ line: (lastLines[index - 1] ?? 0) + 1, cells }));
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
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return `Row ${line}: a quotation mark is opened and never closed. Put the missing " at the end of the cell`;
  if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE')
    return `${where}: a quotation mark stands in the middle of a cell. Write it twice ("") and put the whole cell in quotation marks, or take it out`;
  return `${where}: the row cannot be read as CSV. Open the file in Excel and save it again as CSV`;
}

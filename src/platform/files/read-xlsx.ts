import type { Sheet } from '../../domain/referrals/choose-sheet.ts';
import { dayOfSerial, shownBy } from './number-format.ts';
import type { ReadTable } from './read-table.ts';
import { isOn, readWorkbook, type Workbook } from './read-workbook.ts';
import { readXml } from './read-xml.ts';
import { inWords, TABLE_LIMITS } from './table-limits.data.ts';
import { StopReading, stoppable } from './unreadable.ts';
import { openZip } from './unzip.ts';

type Count = { cells: number; rows: number; signs: number };

/** Reads every sheet of an Excel workbook as text: days as 2012-03-27, numbers as their format shows them, formulas by the value last worked out. */
export function readXlsx(bytes: Uint8Array): ReadTable {
  return stoppable(() => {
    const part = openZip(bytes);
    const workbook = readWorkbook(part);
    const count: Count = { cells: 0, rows: 0, signs: 0 };
    const sheets = workbook.sheets.map((sheet) =>
      readSheet(sheet, part(sheet.part) ?? new Uint8Array(), workbook, count),
    );
    return { kind: 'read', format: 'Excel workbook', sheets };
  }, 'The file cannot be read as an Excel workbook: open it and save it again as .xlsx');
}

function readSheet(
  { name, isHidden }: Workbook['sheets'][number],
  content: Uint8Array,
  workbook: Workbook,
  count: Count,
): Sheet {
  const rows: { line: number; cells: string[] }[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: { readonly first: number; readonly last: number }[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let isRowHidden = false;
  let cell = { type: '', style: 0, value: '', text: '' };
  let reading: 'v' | 't' | null = null;

  readXml(content, {
    open: (tag, given) => {
      if (tag === 'col' && isOn(given.hidden))
        hiddenColumns.push({ first: Number(given.min) - 1, last: Number(given.max) - 1 });
      if (tag === 'row') {
        line = Number(given.r ?? line + 1);
        column = -1;
        cells = [];
        isRowHidden = isOn(given.hidden);
      }
      if (tag === 'c') {
        column = given.r === undefined ? column + 1 : columnOf(given.r);
        cell = { type: given.t ?? 'n', style: Number(given.s ?? 0), value: '', text: '' };
      }
      if (tag === 'v') reading = 'v';
      if (tag === 't') reading = 't';
    },
    text: (piece) => {
      if (reading === 'v') cell.value += piece;
      if (reading === 't') cell.text += piece;
      checkLength(Math.max(cell.value.length, cell.text.length));
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') reading = null;
      if (tag === 'c') put(textOf(cell, workbook));
      if (tag !== 'row' || cells.length === 0) return;
      count.rows += 1;
      if (count.rows > TABLE_LIMITS.rows)
        throw new StopReading(
          `The file has more than ${inWords(TABLE_LIMITS.rows)} rows, and no more are taken at once: split it into several files`,
        );
      rows.push({ line, cells });
      if (isRowHidden) hiddenRows.push(line);
    },
  });
  const isFilled = (index: number) => rows.some((row) => (row.cells[index] ?? '') !== '');
  return {
    name,
    isHidden,
    rows,
    hiddenRows,
    hiddenColumns: hiddenColumns
      .flatMap(({ first, last }) => span(first, Math.min(last, TABLE_LIMITS.columns)))
      .filter(isFilled),
  };

  function checkLength(length: number) {
    if (length > TABLE_LIMITS.cellLength)
      throw new StopReading(
        `A cell of row ${line} on the sheet “${name}” is longer than ${inWords(TABLE_LIMITS.cellLength)} signs: shorten it`,
      );
  }

  // Nothing is made room for by what a cell says of its place: only a cell with something in it takes any.
  function put(text: string) {
    if (text === '') return;
    checkLength(text.length);
    if (column >= TABLE_LIMITS.columns)
      throw new StopReading(
        `The sheet “${name}” has something in column ${inWords(column + 1)}, and no more than ${TABLE_LIMITS.columns} columns are read: delete the columns to the right of the list`,
      );
    count.cells += Math.max(0, column + 1 - cells.length);
    if (count.cells > TABLE_LIMITS.cells)
      throw new StopReading(
        `The file has more than ${inWords(TABLE_LIMITS.cells)} cells: take out what is not needed, or split it into several files`,
      );
    // Cells that share a text take a few bytes each in the file, and all of the text once they are read.
    count.signs += text.length;
    if (count.signs > TABLE_LIMITS.signs)
      throw new StopReading(
        `The cells of the file hold more than ${inWords(TABLE_LIMITS.signs)} signs together: split it into several files`,
      );
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}

function textOf(
  cell: {
    readonly type: string;
    readonly style: number;
    readonly value: string;
    readonly text: string;
  },
  { is1904, strings, styles }: Workbook,
): string {
  if (cell.type === 's') return strings[Number(cell.value)] ?? '';
  if (cell.type === 'inlineStr') return cell.text;
  if (cell.type === 'str') return cell.value;
  if (cell.type === 'b') return isOn(cell.value.trim()) ? 'Yes' : 'No';
  if (cell.type === 'd') return cell.value.slice(0, 10);
  const value = Number(cell.value);
  // A formula that failed, and a cell that has only a look, say nothing.
  if (cell.type !== 'n' || cell.value.trim() === '' || Number.isNaN(value)) return '';
  const style = styles[cell.style];
  const day = style?.isDay ? dayOfSerial(value, is1904) : null;
  return day ?? shownBy(value, style?.code) ?? String(value);
}

// XFD1048576 is column 16,383, from 0.
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/i.exec(place)?.[0].toUpperCase() ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const span = (first: number, last: number): number[] =>
  first > last ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);

import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { type BundleFile, bundleColumns, bundleFiles } from '../../domain/case-level/files.data.ts';
import type { Codes } from '../../domain/case-level/judge-cell.ts';
import {
  type BundleFault,
  type BundleRow,
  type FileJudge,
  judgeFile,
  type KnownIds,
  type Labels,
  labelKey,
} from '../../domain/case-level/judge-file.ts';

/** So many faults are told before the reading is given up. */
const MOST_FAULTS = 200;
/** So many rows are given on at once. */
const BATCH = 5_000;
/** A row as long as this is no row, but a quotation mark that is never closed. */
const LONGEST_ROW = 1_000_000;
const MAPPING = 'mapping.csv';
const MAPPING_HEADER = ['file', 'column', 'label', 'code'];

/**
 * Reads the folder of a case-level bundle, file by file in the order in which they name each other, and gives the rows on
 * in batches. A file that is not there is empty. What is wrong is told by file, line, column and mend; nothing more is
 * given on once something is.
 */
export async function readBundle(
  folder: string,
  codes: Codes,
  take: (file: BundleFile, rows: readonly BundleRow[]) => Promise<void>,
): Promise<readonly BundleFault[]> {
  const faults: BundleFault[] = strangers(folder);
  const labels = await readLabels(folder, faults);
  const known: KnownIds = new Map();
  for (const file of bundleFiles) {
    let judge: FileJudge | undefined;
    let batch: BundleRow[] = [];
    known.set(file, new Set());
    const giveOn = async () => {
      if (faults.length === 0 && batch.length > 0) await take(file, batch);
      batch = [];
    };
    const isRead = await eachRow(folder, `${file}.csv`, faults, async (cells, line) => {
      if (!judge) {
        judge = judgeFile(file, cells, { codes, labels, known });
        faults.push(...judge.faults);
        return judge.faults.length === 0;
      }
      const judged = judge.row(cells, line);
      if (isFaults(judged)) faults.push(...judged);
      else batch.push(judged);
      if (batch.length >= BATCH) await giveOn();
      return faults.length < MOST_FAULTS;
    });
    if (isRead) await giveOn();
    else known.delete(file);
  }
  return faults.slice(0, MOST_FAULTS);
}

const isFaults = (judged: BundleRow | readonly BundleFault[]): judged is readonly BundleFault[] =>
  Array.isArray(judged);

// A file that is not of a bundle is told: its rows would be missing from every figure without a word.
function strangers(folder: string): BundleFault[] {
  const names = [...bundleFiles.map((file) => `${file}.csv`), MAPPING];
  return readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith('.csv') && !names.includes(name))
    .map((file) => ({
      file,
      line: 0,
      column: '',
      reason: `is not a file of a bundle, which are ${names.join(', ')}: give it its name or take it out`,
    }));
}

async function readLabels(folder: string, faults: BundleFault[]): Promise<Labels> {
  const labels = new Map<string, string>();
  let isHeader = true;
  await eachRow(folder, MAPPING, faults, async (cells, line) => {
    const [file = '', column = '', label = '', code = ''] = cells.map((cell) => cell.trim());
    const fault = (at: string, reason: string) =>
      void faults.push({ file: MAPPING, line, column: at, reason });
    if (isHeader) {
      isHeader = false;
      if (cells.join() === MAPPING_HEADER.join()) return true;
      fault('', `the header must be ${MAPPING_HEADER.join()}`);
      return false;
    }
    const named = bundleFiles.find((name) => name === file);
    if (!named) fault('file', `“${file}” is not a file of a bundle, give its name without .csv`);
    else if (!bundleColumns[named].some(({ name }) => name === column))
      fault('column', `“${column}” is not a column of ${file}.csv`);
    else labels.set(labelKey(file, column, label), code);
    return true;
  });
  return labels;
}

// Each row with the line on which it begins, until `judge` says that it has enough; false when the file was not read to its end.
async function eachRow(
  folder: string,
  file: string,
  faults: BundleFault[],
  judge: (cells: readonly string[], line: number) => Promise<boolean>,
): Promise<boolean> {
  const path = join(folder, file);
  if (!existsSync(path)) return true;
  let next = 1;
  const parser = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LONGEST_ROW,
  });
  const enough = new AbortController();
  try {
    await pipeline(
      createReadStream(path),
      asText,
      parser,
      async (records) => {
        for await (const { record, info } of records as AsyncIterable<Parsed>) {
          next = info.lines + 1;
          if (!(await judge(record, info.lines - lineEndsIn(record)))) enough.abort();
          enough.signal.throwIfAborted();
        }
      },
      { signal: enough.signal },
    );
    return true;
  } catch (error) {
    if (enough.signal.aborted) return false;
    const reason = reasonOf(error);
    if (reason === null) throw error;
    faults.push({ file, line: error instanceof CsvError ? next : 0, column: '', reason });
    return false;
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof CsvError)
    return error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'the row does not end: look for a quotation mark that is never closed'
      : 'the row cannot be read as CSV: a quotation mark inside a cell is written twice, and the whole cell in quotation marks';
  const isEncoding =
    error instanceof TypeError &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
  return isEncoding ? 'is not UTF-8: save it again as “CSV UTF-8”' : null;
}

const lineEndsIn = (cells: readonly string[]) => cells.join().split('\n').length - 1;

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function* asText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

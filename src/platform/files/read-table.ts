import { Worker } from 'node:worker_threads';
import type { Sheet } from '../../domain/referrals/choose-sheet.ts';
import { TABLE_LIMITS } from './table-limits.data.ts';
import type { Unreadable } from './unreadable.ts';

/** A file's sheets as text, or what is wrong with the file and how to mend it. */
export type ReadTable =
  | { readonly kind: 'read'; readonly format: string; readonly sheets: readonly Sheet[] }
  | Unreadable;

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];

const TOO_LONG = `The file took longer than ${TABLE_LIMITS.seconds} seconds to read, which no list does: save the one sheet with the list as CSV`;
const TOO_LARGE =
  'The file needs more memory than any list does: save the one sheet with the list as CSV, without empty columns and rows';

let before: Promise<unknown> = Promise.resolve();
let reader: Worker | null = null;

/** Reads a list by what its bytes are, never by what its name says alone; in a thread of its own, one file after the other. */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<ReadTable> {
  const wrong = wrongFile(bytes, fileName);
  if (wrong) return { kind: 'unreadable', reason: wrong };
  const read = before.then(() => readApart(bytes, startsWith(bytes, ZIP)));
  before = read;
  return read;
}

/** What is wrong with a file that its first bytes, its size and its name show. */
function wrongFile(bytes: Uint8Array, fileName: string): string | null {
  if (bytes.length === 0) return 'The file is empty: save the list again and choose that file';
  if (bytes.length > TABLE_LIMITS.bytes)
    return `The file is larger than ${TABLE_LIMITS.bytes / 1024 / 1024} MB: split it into several files`;
  if (!/\.(csv|txt|xlsx)$/i.test(fileName))
    return `“${fileName}” is neither .csv nor .xlsx: save the list as CSV or as an Excel workbook (.xlsx)`;
  if (startsWith(bytes, OLD_EXCEL))
    return 'This is an old Excel workbook (.xls), or one with a password: open it and save it as .xlsx without a password';
  if (startsWith(bytes, PDF))
    return 'This is a PDF: ask for the list as CSV or Excel, or copy its table into a spreadsheet and save that';
  if (/\.xlsx$/i.test(fileName) && !startsWith(bytes, ZIP))
    return 'The name ends in .xlsx but the file is not an Excel workbook: open it and save it again as .xlsx';
  return null;
}

function readApart(bytes: Uint8Array, isWorkbook: boolean): Promise<ReadTable> {
  const thread = reader ?? newReader();
  reader = thread;
  return new Promise((resolve) => {
    const finish = (table: ReadTable) => {
      clearTimeout(tooLong);
      thread.off('message', finish).off('error', broke).off('exit', broke);
      resolve(table);
    };
    // What stopped it, or never stops, is ended with its thread; the next file gets a new one.
    const giveUp = (reason: string) => {
      reader = null;
      void thread.terminate();
      finish({ kind: 'unreadable', reason });
    };
    const tooLong = setTimeout(() => giveUp(TOO_LONG), TABLE_LIMITS.seconds * 1000);
    thread.once('message', finish);
    const broke = () => giveUp(TOO_LARGE);
    thread.once('error', broke);
    thread.once('exit', broke);
    thread.postMessage({ bytes, isWorkbook });
  });
}

function newReader(): Worker {
  const thread = new Worker(new URL('./read-table.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: TABLE_LIMITS.memoryMegabytes },
  });
  // A program that has nothing else to do ends, and does not wait for more files.
  thread.unref();
  return thread;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

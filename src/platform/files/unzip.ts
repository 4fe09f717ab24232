import { inflateRawSync } from 'node:zlib';
import { TABLE_LIMITS } from './table-limits.data.ts';
import { StopReading } from './unreadable.ts';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_557;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 10_000;
const TOO_LARGE = `The Excel workbook unpacks to more than ${TABLE_LIMITS.unpackedBytes / 1024 / 1024} MB: save the one sheet with the list as CSV`;
const DAMAGED =
  'The Excel workbook is damaged or cut short: open it, save it again and choose that file';

type Entry = { readonly method: number; readonly size: number; readonly start: number };

/** The files of a zip archive by name, each unpacked when it is asked for. What the archive says of sizes is never believed: the bytes are counted as they come. */
export function openZip(bytes: Uint8Array): (name: string) => Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(view, directoryOf(view));
  let left: number = TABLE_LIMITS.unpackedBytes;
  return (name) => {
    const entry = entries.get(name);
    if (!entry) return null;
    const content = unpack(bytes, view, entry, left);
    left -= content.length;
    return content;
  };
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, most: number): Uint8Array {
  if (most <= 0) throw new StopReading(TOO_LARGE);
  if (entry.start + 30 > view.byteLength) throw new StopReading(DAMAGED);
  const from =
    entry.start +
    30 +
    view.getUint16(entry.start + 26, true) +
    view.getUint16(entry.start + 28, true);
  const packed = bytes.subarray(from, from + entry.size);
  if (entry.method === STORED) {
    if (packed.length > most) throw new StopReading(TOO_LARGE);
    return packed;
  }
  if (entry.method !== DEFLATED) throw new StopReading(DAMAGED);
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new StopReading(isTooLarge ? TOO_LARGE : DAMAGED);
  }
}

function directoryOf(view: DataView): { readonly start: number; readonly count: number } {
  const last = Math.max(0, view.byteLength - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY)
      return { start: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
  }
  throw new StopReading(DAMAGED);
}

function entriesOf(
  view: DataView,
  { start, count }: { readonly start: number; readonly count: number },
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY)
      throw new StopReading(DAMAGED);
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > view.byteLength) throw new StopReading(DAMAGED);
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength),
    );
    entries.set(name.replace(/^\//, ''), {
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      start: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

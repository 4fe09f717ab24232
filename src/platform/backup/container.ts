import { randomBytes } from 'node:crypto';
import { keyedSeal, openSeal, type Seal, tagBytes } from './seal.ts';

/*
 * A backup file is a line that says what it is, and frames: the length (four bytes), whether it is the last (one byte), the bytes,
 * and a tag over them, their place and the line above.
 */

/** What is wrong with a backup file, in words for whoever holds it. */
export class BackupFault extends Error {}

const magic = 'foothold backup 1 ';
const headBytes = 5;
const longestLine = 100;
const longestFrame = 64 * 1024 * 1024;

/** Puts bytes into frames, encrypted when there is a key. */
export async function* sealed(
  bytes: AsyncIterable<Uint8Array>,
  key: string | null,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(32);
  const preamble = Buffer.from(`${magic}${key === null ? 'open' : salt.toString('base64url')}\n`);
  const seal = key === null ? openSeal(preamble) : keyedSeal(key, salt, preamble);
  yield preamble;
  let number = 0;
  let waiting: Uint8Array | null = null;
  for await (const next of bytes) {
    if (waiting) yield frameOf(seal, waiting, number++, false);
    waiting = next;
  }
  yield frameOf(seal, waiting ?? Buffer.alloc(0), number, true);
}

function frameOf(seal: Seal, bytes: Uint8Array, number: number, isLast: boolean): Buffer {
  const { closed, tag } = seal.close(bytes, { number, isLast });
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(closed.length, 0);
  head[4] = isLast ? 1 : 0;
  return Buffer.concat([head, closed, tag]);
}

/** Takes bytes out of their frames; throws a `BackupFault` at the first that is not as it was written. */
export async function* unsealed(
  file: AsyncIterable<Uint8Array>,
  key: string | null,
): AsyncGenerator<Buffer> {
  const reader = readerOf(file);
  const seal = sealOf(await reader.line(), key);
  for (let number = 0; ; number += 1) {
    const head = await reader.take(headBytes);
    const length = head.readUInt32BE(0);
    const isLast = head[4] === 1;
    const opened =
      length <= longestFrame
        ? seal.open(await reader.take(length), await reader.take(tagBytes), { number, isLast })
        : null;
    if (!opened)
      throw new BackupFault(
        key === null
          ? 'The file was damaged or changed after it was written'
          : 'The file was damaged or changed after it was written, or this is not its key',
      );
    yield opened;
    if (isLast) break;
  }
  if (!(await reader.isAtEnd()))
    throw new BackupFault('Something was added to the file after it was written');
}

function sealOf(line: string, key: string | null): Seal {
  if (!line.startsWith(magic))
    throw new BackupFault('The file is no backup of Foothold that this release knows');
  const salt = line.slice(magic.length).trim();
  const preamble = Buffer.from(line);
  if (salt === 'open') return openSeal(preamble);
  if (key === null)
    throw new BackupFault(
      'The file is encrypted: give its key as FOOTHOLD_BACKUP_KEY or with --key-file',
    );
  return keyedSeal(key, Buffer.from(salt, 'base64url'), preamble);
}

/** Takes so many bytes at a time from a stream, however it comes. */
function readerOf(file: AsyncIterable<Uint8Array>) {
  const source = file[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await source.next();
    if (next.done) return false;
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
    return true;
  };
  const take = async (count: number): Promise<Buffer> => {
    while (held.length < count)
      if (!(await more()))
        throw new BackupFault('The file ends too soon: it was not written or copied to its end');
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    return taken;
  };
  return {
    take,
    line: async (): Promise<string> => {
      while (!held.includes(10) && held.length < longestLine && (await more()));
      const end = held.indexOf(10);
      return end < 0 ? '' : (await take(end + 1)).toString('utf8');
    },
    isAtEnd: async (): Promise<boolean> => held.length === 0 && !(await more()),
  };
}

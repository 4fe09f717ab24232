import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Io, Mend } from './command.ts';

/** The bytes of a file that was named at the keyboard. */
export function readBytes(file: string, io: Io): Uint8Array {
  try {
    // npm runs in the project's directory; the person may be in another.
    return readFileSync(resolve(io.env.INIT_CWD ?? '.', file));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Mend(
      isMissing ? `There is no file ${file}` : `${file} cannot be read: ${String(error)}`,
    );
  }
}

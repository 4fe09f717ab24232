import { readFileSync } from 'node:fs';
import { asTyped } from './as-typed.ts';
import { type Io, Mend } from './command.ts';

/** The bytes of a file that was named at the keyboard. */
export function readBytes(file: string, io: Io): Uint8Array {
  try {
    return readFileSync(asTyped(file, io));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Mend(
      isMissing ? `There is no file ${file}` : `${file} cannot be read: ${String(error)}`,
    );
  }
}

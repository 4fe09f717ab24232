import { readFileSync } from 'node:fs';
import { asTyped } from './as-typed.ts';
import { type Io, Mend } from './command.ts';

const shortest = 32;

/** The key of a backup, from a file or the environment; null when none is given. */
export function backupKey(io: Io, file: string | undefined): string | null {
  const given = file === undefined ? io.env.FOOTHOLD_BACKUP_KEY : keyIn(file, io);
  if (!given) return null;
  if (given.length < shortest)
    throw new Mend(
      `The key of the backup must have at least ${shortest} characters: openssl rand -base64 48 makes one`,
    );
  return given;
}

function keyIn(file: string, io: Io): string {
  try {
    return readFileSync(asTyped(file, io), 'utf8').trim();
  } catch {
    throw new Mend(`The key file ${file} cannot be read`);
  }
}

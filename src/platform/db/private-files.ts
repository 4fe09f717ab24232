import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const forOthers = 0o077;
const sticky = 0o1000;

/** Makes a data directory that no other account of the computer may look into, and closes one that was open. */
export function privateDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(
      `${directory} cannot be made a data directory (${error instanceof Error ? error.message : error}): set FOOTHOLD_DATA to another`,
    );
  }
  // A place that everybody shares is not ours to close, and what is in it has its own lock.
  if ((statSync(directory).mode & sticky) === 0) close(directory, 0o700);
}

/** The same for a folder that is ours alone, with all that is in it. */
export function closeToOthers(folder: string): void {
  close(folder, 0o700);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink())
      close(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}

/** Whether other accounts may look into the embedded database of a data directory. */
export function isOpenToOthers(directory: string): boolean {
  const open = (path: string) => existsSync(path) && (statSync(path).mode & forOthers) !== 0;
  return open(directory) && open(join(directory, 'database'));
}

// Somebody else's file is not ours to close: `doctor` says that it is open.
function close(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (
      !(error instanceof Error && 'code' in error && ['EPERM', 'ENOENT'].includes(`${error.code}`))
    )
      throw error;
  }
}

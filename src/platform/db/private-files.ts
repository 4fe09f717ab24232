import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const forOthers = 0o077;
const sticky = 0o1000;

/** Makes a data directory that no other account of the computer may look into, and closes one that was open. */
export function privateDirectory(directory: string): void {
  const fault = dataDirectoryFault(directory);
  if (fault)
    throw new Error(
      `${directory} cannot be the data directory: ${fault}, or set FOOTHOLD_DATA to another folder`,
    );
  makeFolder(directory);
  // A place that everybody shares is not ours to close, and what is in it has its own lock.
  if ((statSync(directory).mode & sticky) === 0) close(directory, 0o700);
}

/** Why a folder that is there, or is to be made, cannot hold data, with what mends it; null when it can. */
export function dataDirectoryFault(directory: string): string | null {
  const nearest = nearestThere(resolve(directory));
  if (!statSync(nearest).isDirectory())
    return `${nearest} is a file and no folder. Move the file away`;
  const tried = join(nearest, `.foothold-${process.pid}`);
  try {
    writeFileSync(tried, '', { mode: 0o600 });
    rmSync(tried);
    return null;
  } catch (error) {
    return `nothing can be written in ${nearest} (${codeOf(error)}). Give that folder to the account that Foothold runs as, and look whether its disk is full`;
  }
}

/** Makes a folder for this account alone, with those above it. Asked for all of a path at once, Node tries without end where the system has folders that hold none, such as /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(resolve(folder)));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

const nearestThere = (path: string): string =>
  existsSync(path) ? path : nearestThere(dirname(path));

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

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
    if (!['EPERM', 'ENOENT'].includes(codeOf(error))) throw error;
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two processes on one embedded database would spoil it. */
export class DirectoryInUse extends Error {
  constructor(directory: string, pid: number) {
    super(
      `Another Foothold (process ${pid}) is using the data directory ${directory}: stop it, or set FOOTHOLD_DATA to another directory`,
    );
  }
}

type Holder = { readonly pid: number; readonly began: string };

const fileOf = (directory: string) => join(directory, 'foothold.lock');

/** Takes the directory for this process, and gives back the function that lets it go. A process that was killed leaves no lock behind. */
export function lockDirectory(directory: string): () => void {
  const file = fileOf(directory);
  const mine: Holder = { pid: process.pid, began: beginningOf(process.pid) };
  const release = () => {
    if (isSame(readHolder(file), mine)) rmSync(file, { force: true });
  };
  for (;;) {
    const before = readHolder(file);
    if (before && isAlive(before)) throw new DirectoryInUse(directory, before.pid);
    if (before) removeStale(file, before);
    if (takeFile(file, mine)) return release;
  }
}

/** The process that holds the directory now, or null. */
export function holderOf(directory: string): number | null {
  const holder = readHolder(fileOf(directory));
  return holder && isAlive(holder) ? holder.pid : null;
}

// Linked into place once written, so that nobody ever reads half a lock.
function takeFile(file: string, mine: Holder): boolean {
  const written = `${file}.${mine.pid}.new`;
  writeFileSync(written, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(written, file);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return false;
  } finally {
    rmSync(written, { force: true });
  }
}

// Moved aside before it is removed: when somebody took the lock in between, theirs is put back.
function removeStale(file: string, seen: Holder): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isSame(readHolder(aside), seen)) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if (
      !(
        error instanceof Error &&
        'code' in error &&
        ['ENOENT', 'EEXIST'].includes(String(error.code))
      )
    )
      throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8') || '{}');
    const holder = read as Partial<Holder>;
    return { pid: Number(holder.pid ?? 0), began: String(holder.began ?? '') };
  } catch (error) {
    if (error instanceof SyntaxError) return { pid: 0, began: '' };
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return began === beginningOf(pid);
}

// Linux gives a number to a new process again: the moment it began tells the two apart. Elsewhere the number must do.
function beginningOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

const isSame = (a: Holder | null, b: Holder) => a?.pid === b.pid && a.began === b.began;

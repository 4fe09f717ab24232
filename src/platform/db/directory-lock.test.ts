import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryInUse, holderOf, lockDirectory } from './directory-lock.ts';

let directory = '';
const file = () => join(directory, 'foothold.lock');
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'foothold-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('one process for one data directory', () => {
  it('refuses a second holder, by name of the process, until the first lets go', () => {
    const letGo = lockDirectory(directory);
    expect(holderOf(directory)).toBe(process.pid);
    expect(() => lockDirectory(directory)).toThrow(DirectoryInUse);
    letGo();
    expect(existsSync(file())).toBe(false);
    lockDirectory(directory)();
  });

  it('takes over from a process that was killed', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    writeFileSync(file(), JSON.stringify({ pid: other.pid, began: beganAt(other.pid ?? 0) }));
    expect(() => lockDirectory(directory)).toThrow(DirectoryInUse);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const letGo = lockDirectory(directory);
    expect(JSON.parse(readFileSync(file(), 'utf8')).pid).toBe(process.pid);
    letGo();
  });

  it('takes over when the number of the dead process was given to another', () => {
    writeFileSync(file(), JSON.stringify({ pid: process.ppid, began: 'long ago' }));
    lockDirectory(directory)();
  });

  it('takes over a lock that was never written to its end', () => {
    writeFileSync(file(), '{"pid":');
    lockDirectory(directory)();
  });
});

const beganAt = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

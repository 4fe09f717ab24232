import { readdirSync, rmSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { log } from '../log.ts';
import type { Database } from './connect.ts';

// A socket's path has room for about a hundred letters.
const longestPath = 100;
const patience = 60_000;
const copyName = 'copy-';
const socketOf = (directory: string) => join(directory, 'foothold.sock');

/**
 * Lets another process of the same account have a copy of the embedded database while this one runs. The copy is made between two
 * transactions, in the time that copying files takes, and is gone when whoever asked for it hangs up.
 */
export async function lendCopies(
  database: Pick<Database, 'standStill'>,
  directory: string,
): Promise<() => Promise<void>> {
  const path = socketOf(directory);
  if (path.length > longestPath) {
    log.warn(`No backup can be made while the server runs: the path ${path} is too long`);
    return async () => undefined;
  }
  rmSync(path, { force: true });
  // A server that was killed while it lent one could not take it away.
  for (const name of readdirSync(directory))
    if (name.startsWith(copyName)) rmSync(join(directory, name), { recursive: true, force: true });
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    lend(database, directory, socket).catch((error: Error) => socket.end(`no ${error.message}\n`));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function lend(
  database: Pick<Database, 'standStill'>,
  directory: string,
  socket: Socket,
): Promise<void> {
  const copy = await mkdtemp(join(directory, copyName));
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  try {
    await database.standStill(() =>
      cp(join(directory, 'database'), join(copy, 'database'), { recursive: true }),
    );
    socket.write(`ok ${copy}\n`);
    await gone;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Asks the server that has a data directory for a copy of its database; `give` returns it. */
export async function borrowCopy(
  directory: string,
): Promise<{ readonly directory: string; giveBack(): void }> {
  const socket = connect(socketOf(directory));
  const answer = new Promise<string>((resolve, reject) => {
    socket.once('data', (bytes) => resolve(bytes.toString('utf8')));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server hung up')));
  });
  const waited = setTimeout(patience, 'no the server did not answer', { ref: false });
  const said = (await Promise.race([answer, waited])).trim();
  if (!said.startsWith('ok ')) {
    socket.destroy();
    throw new Error(said.slice(3));
  }
  return { directory: said.slice(3), giveBack: () => void socket.end() };
}

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/as-actor.ts';
import type { Database, OpenOptions } from '../platform/db/connect.ts';
import { holderOf } from '../platform/db/directory-lock.ts';
import { readEnv } from '../platform/env.ts';
import { type Io, Mend } from './command.ts';

/** Which database the environment names. */
export function databaseOptions(source: NodeJS.ProcessEnv): OpenOptions {
  const env = readEnv(source);
  return {
    directory: env.FOOTHOLD_DATA,
    url: env.DATABASE_URL,
    ownerUrl: env.DATABASE_OWNER_URL,
    poolSize: 2,
  };
}

/** The record of one service, for reading only. */
export type OpenRecord = {
  read<T>(work: (tx: Tx, serviceId: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/**
 * Opens the record without changing anything; null when there is none yet. While a server has the
 * embedded database, a copy of its files is read; what cannot be read is said, never guessed.
 */
export async function openRecord(
  io: Io,
  serviceCode: string | undefined,
): Promise<OpenRecord | null> {
  const opened = await openToRead(io);
  if (!opened) return null;
  const { database, close } = opened;
  try {
    const serviceId = await findService(database, serviceCode);
    if (serviceId !== null)
      return { read: (work) => reading(database, (tx) => work(tx, serviceId)), close };
  } catch (error) {
    await close();
    throw error;
  }
  await close();
  return null;
}

/** Reads the record of one service without changing anything; where there is none yet, `none` says what to do. */
export async function readRecord<T>(
  io: Io,
  serviceCode: string | undefined,
  work: (tx: Tx, serviceId: string) => Promise<T>,
  none = 'There is nothing to compare with yet: start the server once, or run foothold migrate',
): Promise<T> {
  const record = await openRecord(io, serviceCode);
  if (!record) throw new Mend(none);
  try {
    return await record.read(work);
  } finally {
    await record.close();
  }
}

/** A database for reading only, of whatever service, on the same terms as `openRecord`. */
export async function openToRead(io: Io): Promise<Opened | null> {
  const { openDatabase } = await import('../platform/db/connect.ts');
  const options = databaseOptions(io.env);
  const directory = options.directory ?? '';
  if (!options.url && !existsSync(join(directory, 'database'))) return null;
  if (options.url || holderOf(directory) === null) {
    const database = await openDatabase(options);
    return ofThisRelease({ database, close: () => database.close() });
  }
  const copy = mkdtempSync(join(tmpdir(), 'foothold-copy-'));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  const database = await copied(directory, copy).catch(() => null);
  if (!database) {
    remove();
    io.note(
      'A server is using the data directory and it could not be copied: judged without the record.',
    );
    return null;
  }
  io.note('A server is using the data directory: judged by a copy of it as it is now.');
  return ofThisRelease({ database, close: () => database.close().then(remove) });
}

async function copied(directory: string, copy: string): Promise<Database> {
  const { openDatabase } = await import('../platform/db/connect.ts');
  cpSync(join(directory, 'database'), join(copy, 'database'), { recursive: true });
  return openDatabase({ directory: copy });
}

type Opened = { readonly database: Database; close(): Promise<void> };

// What another release made would be asked for columns that it does not have. An empty database is of no release yet.
async function ofThisRelease(opened: Opened): Promise<Opened> {
  const { isOfAnotherRelease } = await import('../platform/db/migrate.ts');
  const { database } = opened;
  if (!(await hasTables(database)) || !(await isOfAnotherRelease(database))) return opened;
  await opened.close();
  throw new Mend(
    'The database is of another release: run foothold migrate, then try again. Nothing was changed',
  );
}

const hasTables = async (database: Database): Promise<boolean> => {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('service') is not null as there`.execute(database.owner);
  return rows[0]?.there === true;
};

/** Work in a transaction that can change nothing. */
export const reading = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.owner.transaction().setAccessMode('read only').execute(work);

/** The service that is meant: by its code, or the only one there is; null when there is none. */
export async function findService(
  database: Database,
  code: string | undefined,
): Promise<string | null> {
  const services = (await hasTables(database))
    ? await database.owner.selectFrom('service').select(['id', 'code']).orderBy('code').execute()
    : [];
  const codes = services.map((service) => service.code).join(', ');
  if (code !== undefined) {
    const named = services.find((service) => service.code === code);
    if (named) return named.id;
    throw new Mend(
      `There is no service “${code}”. ${codes ? `There are: ${codes}` : 'There is none yet: start the server once'}`,
    );
  }
  if (services.length > 1) throw new Mend(`Say which service with --service: ${codes}`);
  return services[0]?.id ?? null;
}

import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Tx } from '../db/as-actor.ts';
import type { Database } from '../db/connect.ts';
import { doneMigrations } from '../db/migrate.ts';
import { BackupFault, sealed } from './container.ts';
import { type Head, written } from './format.ts';
import { type Contents, checkBackup, differences } from './read-backup.ts';
import { adder, rowsOf, type Sum, sayValuesAlike, tablesOf } from './table-rows.ts';

type What = {
  readonly file: string;
  readonly key: string | null;
  readonly madeAt: Date;
  readonly secret: string | null;
};

/**
 * Writes the whole record as it is at one moment, while others go on working, and reads it back. The file has its name only once
 * all of it is on the disk and was found to be what the database held.
 */
export async function writeBackup(
  database: Database,
  { file, key, madeAt, secret }: What,
): Promise<Contents> {
  const migrations = await doneMigrations(database);
  const part = `${file}.part`;
  try {
    const sums = await database.owner
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        await insistOnAll(tx);
        await sayValuesAlike(tx);
        const tables = await tablesOf(tx);
        const head: Head = {
          kind: 'head',
          madeAt: madeAt.toISOString(),
          migrations,
          tables,
          secret,
        };
        const found: Record<string, Sum> = {};
        await pipeline(
          Readable.from(linesOf(tx, head, found)),
          createGzip({ level: 4 }),
          (bytes: AsyncIterable<Uint8Array>) => sealed(bytes, key),
          createWriteStream(part, { flags: 'wx', mode: 0o600 }),
        );
        return found;
      });
    await onDisk(part);
    const contents = await checkBackup(part, key);
    const wrong = differences(sums, contents.sums);
    if (wrong.length > 0) throw new BackupFault(`What was written is not what was read: ${wrong}`);
    await rename(part, file);
    return contents;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      await rm(part, { force: true });
    throw error;
  }
}

async function* linesOf(tx: Tx, head: Head, sums: Record<string, Sum>): AsyncGenerator<string> {
  yield written(head);
  for (const table of head.tables) {
    yield written({ kind: 'table', name: table.name });
    const all = adder();
    for await (const rows of rowsOf(tx, table)) {
      all.add(rows);
      yield written([...rows]);
    }
    sums[table.name] = all.sum();
  }
  yield written({ kind: 'end', sums });
}

// Policies hide rows from everybody but the owner, and a backup of some of the rows would look like one of all.
async function insistOnAll(tx: Tx): Promise<void> {
  const { rows } = await sql<{ owns: boolean }>`
    select coalesce((select pg_has_role(current_user, relowner, 'USAGE') from pg_class where oid = to_regclass('public.service')), false) as owns`.execute(
    tx,
  );
  if (!rows[0]?.owns)
    throw new BackupFault(
      'Only the owner of the tables sees all rows: give that login as DATABASE_OWNER_URL',
    );
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}

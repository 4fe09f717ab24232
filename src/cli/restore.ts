import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import { openDatabase } from '../platform/db/connect.ts';
import { lockDirectory } from '../platform/db/directory-lock.ts';
import { privateDirectory } from '../platform/db/private-files.ts';
import { asTyped } from './as-typed.ts';
import { backupKey } from './backup-key.ts';
import { type Command, Mend } from './command.ts';
import { databaseOptions } from './open-record.ts';

/** Brings a backup into an empty place: all of it or nothing. */
export const restore: Command = {
  help: `foothold restore FILE [--key-file KEY] [--json]

  FILE             what "foothold backup" wrote
  --key-file KEY   the key it was written with (or FOOTHOLD_BACKUP_KEY)

Into an empty data directory (FOOTHOLD_DATA), or an empty PostgreSQL database (DATABASE_URL and
DATABASE_OWNER_URL). The whole file is read before anything is changed, and every table is compared
with it afterwards. A backup of an earlier release is brought up to date.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'key-file': { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [named, more] = positionals;
    if (!named || more) throw new Mend('Name one file to restore: foothold restore FILE');
    const file = asTyped(named, io);
    if (!existsSync(file)) throw new Mend(`There is no file ${file}`);
    const key = backupKey(io, values['key-file']);
    const options = databaseOptions(io.env);
    const { head, sums } = options.url
      ? await intoPostgres(file, key, options)
      : await intoDirectory(file, key, options.directory ?? '');
    if (options.url && head.secret !== null) {
      writeFileSync(`${file}.secret`, `${head.secret}\n`, { mode: 0o600 });
      io.note(`Set FOOTHOLD_SECRET to what is in ${file}.secret, or no second step works.`);
    }
    const rows = Object.values(sums).reduce((all, { rows }) => all + rows, 0);
    const tables = Object.keys(sums).length;
    io.out(
      values.json
        ? JSON.stringify({ file, madeAt: head.madeAt, tables, rows })
        : `Restored the record of ${head.madeAt}: ${tables} tables, ${rows} rows, each compared with the backup.`,
    );
    return 0;
  },
};

async function intoPostgres(
  file: string,
  key: string | null,
  options: Parameters<typeof openDatabase>[0],
) {
  const database = await openDatabase(options);
  try {
    return await restoreBackup(database, file, key);
  } finally {
    await database.close();
  }
}

// Made beside its place and moved there when it is whole, so that what was interrupted is as if it had never begun.
async function intoDirectory(file: string, key: string | null, directory: string) {
  privateDirectory(directory);
  const letGo = lockDirectory(directory);
  const place = join(directory, 'database');
  if (existsSync(place)) {
    letGo();
    throw new Mend(
      `There is a record in ${directory} already: set FOOTHOLD_DATA to an empty directory`,
    );
  }
  const beside = mkdtempSync(join(directory, 'restore-'));
  try {
    const database = await openDatabase({ directory: beside });
    const contents = await restoreBackup(database, file, key).finally(() => database.close());
    if (contents.head.secret !== null)
      writeFileSync(join(directory, 'secret'), `${contents.head.secret}\n`, { mode: 0o600 });
    renameSync(join(beside, 'database'), place);
    return contents;
  } finally {
    rmSync(beside, { recursive: true, force: true });
    letGo();
  }
}

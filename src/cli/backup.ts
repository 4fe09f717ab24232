import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBackup } from '../platform/backup/write-backup.ts';
import { type Database, openDatabase } from '../platform/db/connect.ts';
import { holderOf } from '../platform/db/directory-lock.ts';
import { borrowCopy } from '../platform/db/lend-copies.ts';
import { asTyped } from './as-typed.ts';
import { backupKey } from './backup-key.ts';
import { type Command, type Io, Mend } from './command.ts';
import { databaseOptions } from './open-record.ts';

/** Writes everything there is to one file, while the server runs. */
export const backup: Command = {
  help: `foothold backup FILE [--key-file KEY] [--json]

  FILE             a file that is not there yet, for example backup-2026-11-28
  --key-file KEY   a file whose content encrypts the backup (or FOOTHOLD_BACKUP_KEY): at least 32
                   characters, kept where the backups are not

The server may be running and people working: the backup is the record as it was at one moment. It
is read back before it gets its name. On PostgreSQL give the owner's login as DATABASE_OWNER_URL.
A backup of one kind of database can be restored into the other. It holds no settings of the
environment: keep FOOTHOLD_SECRET, or nobody's second step works after a restore.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'key-file': { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [named, more] = positionals;
    if (!named || more) throw new Mend('Name one file to write: foothold backup FILE');
    const file = asTyped(named, io);
    if (existsSync(file)) throw new Mend(`${file} is there already: name another file`);
    const key = backupKey(io, values['key-file']);
    const { database, secret, close } = await openAsItIs(io);
    try {
      const made = await writeBackup(database, { file, key, madeAt: io.now(), secret });
      const rows = Object.values(made.sums).reduce((all, { rows }) => all + rows, 0);
      const tables = Object.keys(made.sums).length;
      if (key === null)
        io.note('The backup is not encrypted: whoever has the file can read every record in it.');
      io.out(
        values.json
          ? JSON.stringify({ file, encrypted: key !== null, tables, rows })
          : `${file}: ${tables} tables, ${rows} rows, read back and as they were written.`,
      );
      return 0;
    } finally {
      await close();
    }
  },
};

type Opened = {
  readonly database: Database;
  readonly secret: string | null;
  close(): Promise<void>;
};

// The process that has the directory lends a copy; nobody else may read files that it is writing.
async function openAsItIs(io: Io): Promise<Opened> {
  const options = databaseOptions(io.env);
  if (options.url) {
    const database = await openDatabase(options);
    return { database, secret: null, close: () => database.close() };
  }
  const directory = options.directory ?? '';
  if (!existsSync(join(directory, 'database')))
    throw new Mend(`There is no record in ${directory}: set FOOTHOLD_DATA or DATABASE_URL`);
  const kept = join(directory, 'secret');
  const secret = existsSync(kept) ? readFileSync(kept, 'utf8').trim() : null;
  if (holderOf(directory) === null) {
    const database = await openDatabase(options);
    return { database, secret, close: () => database.close() };
  }
  const copy = await borrowCopy(directory).catch((error: Error) => {
    throw new Mend(
      `The process that uses ${directory} lends no copy of it (${error.message}): stop it, then try again`,
    );
  });
  const database = await openDatabase({ directory: copy.directory }).catch((error: unknown) => {
    copy.giveBack();
    throw error;
  });
  return { database, secret, close: () => database.close().finally(copy.giveBack) };
}

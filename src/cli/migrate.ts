import { parseArgs } from 'node:util';
import { openDatabase } from '../platform/db/connect.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Command } from './command.ts';
import { databaseOptions } from './open-record.ts';

/** Brings the database to the newest shape. */
export const migrateDatabase: Command = {
  help: `foothold migrate [--json]

Runs the migrations that are still to come, loads changed reference data and applies changed
policies and views. Safe to run again: it then changes nothing.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const database = await openDatabase(databaseOptions(io.env));
    try {
      await migrate(database);
    } finally {
      await database.close();
    }
    io.out(values.json ? JSON.stringify({ migrated: true }) : 'The database is up to date.');
    return 0;
  },
};

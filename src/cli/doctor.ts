import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../platform/db/connect.ts';
import { holderOf } from '../platform/db/directory-lock.ts';
import { pendingMigrations } from '../platform/db/migrate.ts';
import type { Command, Io } from './command.ts';
import { databaseOptions } from './open-record.ts';

type Check = { readonly what: string; readonly ok: boolean; readonly mend: string | null };

/** Says what would keep Foothold from running here, and how to mend it. Changes nothing. */
export const doctor: Command = {
  help: `foothold doctor [--json]

Exit status 0 when everything is as it should be, 1 when something needs mending.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const checks = [nodeCheck(), timeZoneCheck(), ...(await databaseChecks(io))];
    io.out(
      values.json
        ? JSON.stringify({ checks })
        : checks
            .map(
              ({ what, ok, mend }) => `${ok ? 'ok  ' : 'mend'}  ${what}${mend ? `: ${mend}` : ''}`,
            )
            .join('\n'),
    );
    return checks.every(({ ok }) => ok) ? 0 : 1;
  },
};

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 22 || (major === 22 && minor >= 18);
  return {
    what: `Node ${process.versions.node}`,
    ok,
    mend: ok
      ? null
      : 'run it through npm, which brings its own Node, or install Node 22.18 or later',
  };
}

function timeZoneCheck(): Check {
  const summer = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    hourCycle: 'h23',
  }).format(new Date('2026-07-01T12:00:00Z'));
  const ok = summer === '13';
  return {
    what: 'British time, summer and winter',
    ok,
    mend: ok ? null : 'install a Node with full time zone data (full-icu)',
  };
}

async function databaseChecks(io: Io): Promise<readonly Check[]> {
  const options = databaseOptions(io.env);
  if (options.url) return reach('PostgreSQL', options);
  const directory = resolve(options.directory ?? 'data');
  const writable = writableCheck(directory);
  const holder = existsSync(directory) ? holderOf(directory) : null;
  if (holder !== null)
    return [
      writable,
      { what: `Embedded database, in use by process ${holder}`, ok: true, mend: null },
    ];
  if (!existsSync(`${directory}/database`))
    return [
      writable,
      { what: 'Embedded database: not made yet, the first start makes it', ok: true, mend: null },
    ];
  return [writable, ...(await reach('Embedded database', options))];
}

function writableCheck(directory: string): Check {
  const nearest = existsSync(directory) ? directory : dirname(directory);
  try {
    accessSync(nearest, constants.W_OK);
    return { what: `Data directory ${directory}`, ok: true, mend: null };
  } catch {
    return {
      what: `Data directory ${directory}`,
      ok: false,
      mend: 'it cannot be written: change its owner, or set FOOTHOLD_DATA to another directory',
    };
  }
}

async function reach(
  what: string,
  options: Parameters<typeof openDatabase>[0],
): Promise<readonly Check[]> {
  try {
    const database = await openDatabase(options);
    try {
      await sql`select 1`.execute(database.owner);
      const pending = await pendingMigrations(database);
      return [
        { what: `${what} answers`, ok: true, mend: null },
        {
          what: 'Migrations',
          ok: pending.length === 0,
          mend: pending.length === 0 ? null : `run foothold migrate (${pending.length} to come)`,
        },
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message || String(error.name) : String(error);
    return [
      { what: `${what} answers`, ok: false, mend: `${why}. Check DATABASE_URL or FOOTHOLD_DATA` },
    ];
  }
}

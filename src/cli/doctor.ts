import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../platform/db/connect.ts';
import { holderOf } from '../platform/db/directory-lock.ts';
import { wrongDuties } from '../platform/db/due-work.ts';
import { durability } from '../platform/db/durability.ts';
import { loginFaults } from '../platform/db/login-faults.ts';
import { pendingMigrations } from '../platform/db/migrate.ts';
import { dataDirectoryFault, isOpenToOthers } from '../platform/db/private-files.ts';
import { type Env, readEnv } from '../platform/env.ts';
import { sendersOf } from '../platform/notify/senders-of.ts';
import { oldNode } from '../platform/old-node.ts';
import { isThisComputer } from '../platform/this-computer.ts';
import type { Command, Io } from './command.ts';
import { databaseOptions } from './open-record.ts';

type Check = { readonly what: string; readonly ok: boolean; readonly mend: string | null };

/** Says what would keep Foothold from running here, and how to mend it. Changes nothing. */
export const doctor: Command = {
  help: `foothold doctor [--json]

Exit status 0 when everything is as it should be, 1 when something needs mending.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const checks = [
      nodeCheck(),
      timeZoneCheck(),
      ...settingsChecks(readEnv(io.env), io.now),
      ...(await databaseChecks(io)),
    ];
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
  return check(`Node ${process.versions.node}`, oldNode());
}

function timeZoneCheck(): Check {
  const summer = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    hourCycle: 'h23',
  }).format(new Date('2026-07-01T12:00:00Z'));
  return check(
    'British time, summer and winter',
    summer === '13' ? null : 'install a Node with full time zone data (full-icu)',
  );
}

// What the environment says of the server that is to run with it.
function settingsChecks(env: Env, now: Io['now']): readonly Check[] {
  const isServed = env.FOOTHOLD_URL !== undefined || !isThisComputer(env.HOST);
  return [
    check(
      'The demonstration’s door is closed where others come in',
      env.FOOTHOLD_DEMO && (isServed || env.DATABASE_URL !== undefined)
        ? 'with FOOTHOLD_DEMO=1 whoever opens the address signs in as anybody: take it out, and start with npm run serve'
        : null,
    ),
    check(
      'People come in over an encrypted line',
      isServed && !env.FOOTHOLD_URL?.startsWith('https:')
        ? 'put a proxy with TLS in front and set FOOTHOLD_URL to its https address: passwords and records cross the network as anybody can read them'
        : null,
    ),
    ...letterChecks(env, now),
    ...(env.DATABASE_URL !== undefined
      ? [
          check(
            'The secret of sessions and second steps is set',
            env.FOOTHOLD_SECRET
              ? null
              : 'set FOOTHOLD_SECRET (openssl rand -base64 48): the server does not start without it',
          ),
        ]
      : []),
  ];
}

// Nothing needs mending where nothing is set: letters then wait in the outbox until somebody sends them.
function letterChecks(env: Env, now: Io['now']): readonly Check[] {
  const { email, text } = sendersOf(env, now);
  const by = (sender: typeof email) => (sender ? `sent by ${sender.by}` : 'sent by people alone');
  return [
    check(`Letters by e-mail are ${by(email)}, by text are ${by(text)}`, null),
    ...(email || text
      ? [
          check(
            'No letter of a demonstration leaves it',
            env.FOOTHOLD_DEMO
              ? 'with FOOTHOLD_DEMO=1 letters to invented people go to real servers: take out SMTP_URL and NOTIFY_API_KEY'
              : null,
          ),
        ]
      : []),
  ];
}

const check = (what: string, mend: string | null): Check => ({ what, ok: mend === null, mend });

async function databaseChecks(io: Io): Promise<readonly Check[]> {
  const options = databaseOptions(io.env);
  if (options.url) return reach('PostgreSQL', options);
  const directory = resolve(options.directory ?? 'data');
  const fault = dataDirectoryFault(directory);
  const writable = check(
    `Data directory ${directory}`,
    fault && `${fault}, or set FOOTHOLD_DATA to another folder`,
  );
  if (fault) return [writable];
  const closed = check(
    'Data directory closed to other accounts of this computer',
    isOpenToOthers(directory)
      ? 'start Foothold as the account that owns the directory, which closes it, or run chmod -R go= on it'
      : null,
  );
  const holder = existsSync(directory) ? holderOf(directory) : null;
  if (holder !== null)
    return [
      writable,
      closed,
      check(`Embedded database, in use by process ${holder}, written through to the disk`, null),
    ];
  if (!existsSync(`${directory}/database`))
    return [writable, check('Embedded database: not made yet, the first start makes it', null)];
  return [writable, closed, ...(await reach('Embedded database', options))];
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
      const saving = await durability(database);
      const wrong = pending.length === 0 && (await wrongDuties(database.owner)).length > 0;
      const above = pending.length === 0 ? await loginFaults(database) : [];
      return [
        check(`${what} answers`, null),
        check(
          'Migrations',
          pending.length === 0 ? null : `run foothold migrate (${pending.length} to come)`,
        ),
        check(saving.what, saving.mend),
        check(
          'What is due is as the records say',
          wrong ? 'as the owner of the database, run call keep_all_duties()' : null,
        ),
        ...(database.kind === 'postgres' && pending.length === 0
          ? [check('The server’s login is held to the policies', above[0] ?? null)]
          : []),
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message || String(error.name) : String(error);
    return [check(`${what} answers`, `${why}. Check DATABASE_URL or FOOTHOLD_DATA`)];
  }
}

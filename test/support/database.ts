import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { demoId } from '../../src/demo/random.ts';
import type { Actor } from '../../src/domain/access/can.ts';
import { isRole } from '../../src/domain/access/roles.data.ts';
import { setClaims, type Tx } from '../../src/platform/db/as-actor.ts';
import { type Database, type OpenOptions, openDatabase } from '../../src/platform/db/connect.ts';
import { wrongDuties } from '../../src/platform/db/due-work.ts';
import { noTemporaryTables } from '../../src/platform/db/migrate.ts';
import { lend } from './lent.ts';

/** A data directory with the prepared database. */
export const snapshot = join(import.meta.dirname, '../../.tmp/test-database');
/** The same with a small demonstration: for pages in a browser. */
export const demoSnapshot = join(import.meta.dirname, '../../.tmp/test-demonstration');
export const templateName = 'foothold_test_template';
export const serviceId = demoId('service', 'eastmarsh');
export const staffId = (code: string) => demoId('staff', code);

type Asked = Pick<OpenOptions, 'onStatement'> & {
  /** Opened for this file alone: where it matters how long the tables were when a page was planned. */
  readonly itsOwn?: true;
};

/** A database as it was prepared for one test file: a copy of it, or of another snapshot; on a server always of its template. */
export const testDatabase = (options: Asked = {}, from = snapshot): (() => Database) =>
  opened(() => copy(options, from), dutiesAreKept);

/** The demonstration, embedded whatever the other tests run on: it has a child at each stage of the work. */
export const demonstrationDatabase = (): (() => Database) =>
  opened(
    () => copyEmbedded({}, demoSnapshot),
    async () => {},
  );

type Copy = { readonly database: Database; readonly remove: () => Promise<void> };

function opened(open: () => Promise<Copy>, atLast: (database: Database) => Promise<void>) {
  let held: Copy | undefined;
  beforeAll(async () => {
    held = await open();
  });
  afterAll(async () => {
    if (held) await atLast(held.database);
    await held?.database.close();
    await held?.remove();
    held = undefined;
    letGo();
  });
  return () => {
    if (!held) throw new Error('The database is open only while tests run');
    return held.database;
  };
}

let shared: Promise<{ database: Database }> | undefined;

/** One database for all the files that undo whatever they do (`trial`): it is never changed, so it is opened once. */
export function sharedDatabase(): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    shared ??= copy({}, snapshot);
    ({ database } = await shared);
  });
  return () => {
    if (!database) throw new Error('The database is open only while tests run');
    return database;
  };
}

async function copy(options: Asked, from: string): Promise<Copy> {
  const url = process.env.TEST_DATABASE_URL;
  const made = await (url ? copyOnPostgres(url, options) : copyEmbedded(options, from));
  // What tools/mutants changes, to see whether a test notices.
  const script = process.env.FOOTHOLD_TEST_SCRIPT;
  if (script) await made.database.runScript(await readFile(script, 'utf8'));
  return made;
}

async function copyEmbedded({ itsOwn, onStatement }: Asked, from: string): Promise<Copy> {
  if (!itsOwn) return lend(from, onStatement);
  const database = await openDatabase({ copyOf: from, ...(onStatement ? { onStatement } : {}) });
  return { database, remove: async () => undefined };
}

async function copyOnPostgres(url: string, { onStatement }: Asked): Promise<Copy> {
  const { address, remove } = await preparedPostgres(url);
  const database = await openDatabase({
    ...(onStatement ? { onStatement } : {}),
    url: address,
    poolSize: 5,
  });
  await database.runScript(noTemporaryTables);
  return { database, remove };
}

/** Makes a place the data directory of an embedded service, with a copy of the prepared database. */
export async function layCopy(directory: string): Promise<void> {
  await cp(snapshot, directory, { recursive: true });
}

/** A database of a PostgreSQL server with nothing in it. */
export async function emptyPostgres(url: string) {
  const { address, remove } = await preparedPostgres(url, 'template0');
  const database = await openDatabase({ url: address, poolSize: 2 });
  return { database, remove };
}

/** A copy of the prepared database on a PostgreSQL server: where it is, and how to be rid of it. */
export async function preparedPostgres(url: string, template = templateName) {
  const name = `foothold_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = async (text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await admin(`create database ${name} template ${template} encoding 'UTF8'`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    address: address.href,
    remove: () => dropWhenLeft(name, admin),
  };
}

/** A pool's last session may still be on its way out. */
async function dropWhenLeft(name: string, admin: (text: string) => Promise<void>, times = 20) {
  try {
    await admin(`drop database if exists ${name}`);
  } catch (error) {
    if (times === 0 || !/is being accessed by other users/.test(String(error))) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await dropWhenLeft(name, admin, times - 1);
  }
}

/** A closed embedded database is a few hundred megabytes outside what the collector looks at: it is told, or a worker grows until it ends. */
export const letGo = () => globalThis.gc?.();

/** Whatever was done in a database, what is due is what its standards say. */
export async function dutiesAreKept(database: Database): Promise<void> {
  await database.owner.transaction().execute(async (tx) => {
    // As in a trial, a server compiles no query: for the union of all standards that takes a minute.
    await sql`select set_config('role', 'none', true), set_config('jit', 'off', true)`.execute(tx);
    expect(await wrongDuties(tx)).toEqual([]);
  });
}

/** One transaction of a test: act as the owner to lay out rows, become a person, and all of it is undone at the end. */
export type Trial = {
  readonly tx: Tx;
  /** From here on every query runs as this person, by their code in db/reference/demo/staff.csv. */
  become(code: string): Promise<Actor>;
  becomeOwner(): Promise<void>;
};

class RolledBack extends Error {}

/** Does what the database does as a transaction ends, such as to bring duties up to date: a trial never gets there. */
export async function settle(tx: Tx): Promise<void> {
  await sql`set constraints all immediate`.execute(tx);
  await sql`set constraints all deferred`.execute(tx);
}

/** Runs one test in a transaction that is always rolled back. What is due is not worked out in it: most tests ask for no duty, and it would take most of their time. */
export const trial = (database: Database, work: (trial: Trial) => Promise<void>): Promise<void> =>
  tried(database, work, (tx) => sql`delete from duty_stale`.execute(tx));

/** The same for a test that asks what is due: whoever one becomes finds it as after the transaction before. */
export const trialOfDuties = (
  database: Database,
  work: (trial: Trial) => Promise<void>,
): Promise<void> => tried(database, work, async () => undefined);

async function tried(
  database: Database,
  work: (trial: Trial) => Promise<void>,
  beforeSettling: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  await database.owner
    .transaction()
    .execute(async (tx) => {
      // A server compiles no query for the app either: it takes longer than the longest of them.
      await sql`select set_config('test.two_services', 'on', true), set_config('jit', 'off', true)`.execute(
        tx,
      );
      await work({
        tx,
        become: async (code) => {
          await sql`select set_config('role', 'none', true)`.execute(tx);
          await beforeSettling(tx);
          await settle(tx);
          const actor = await actorOf(tx, code);
          await setClaims(tx, actor);
          return actor;
        },
        becomeOwner: async () =>
          void (await sql`select set_config('role', 'none', true)`.execute(tx)),
      });
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
}

/** The person as the server would see them. */
export async function actorOf(tx: Pick<Tx, 'selectFrom'>, code: string): Promise<Actor> {
  const row = await tx
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', staffId(code))
    .executeTakeFirstOrThrow();
  if (!isRole(row.role)) throw new Error(`${code} has no known role`);
  return {
    staffId: row.id,
    serviceId: row.service_id,
    name: row.name,
    role: row.role,
    agency: row.agency,
    teamId: row.team_id,
  };
}

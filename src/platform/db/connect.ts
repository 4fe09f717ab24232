import { join } from 'node:path';
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { Kysely, type LogEvent, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { log } from '../log.ts';
import { copiedIntoMemory } from './copied-into-memory.ts';
import { lockDirectory } from './directory-lock.ts';
import { closeToOthers, privateDirectory } from './private-files.ts';
import { rememberEmbeddedPlans } from './remember-embedded-plans.ts';
import { rememberPlans } from './remember-plans.ts';
import type { DB } from './tables.generated.ts';
import { writtenThrough } from './written-through.ts';

/** An open database. `owner` may do everything and is for migrating and making data; `app` is what the server runs on. */
export type Database = {
  readonly kind: 'embedded' | 'postgres';
  readonly app: Kysely<DB>;
  readonly owner: Kysely<DB>;
  /** The login of the server, where it is another than the owner's. */
  readonly appLogin?: string | undefined;
  /** Runs a script of several statements as the owner. */
  runScript(script: string): Promise<void>;
  /** Ends the owner's rights on the one embedded connection; a no-op where app and owner are different connections. */
  dropOwnerRights(): Promise<void>;
  /** Runs work that one process at a time may do, such as migrating: others of this database wait for it. Never inside itself. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Runs work while no transaction of an embedded database is going on and none begins. */
  standStill(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

export type Statement = {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly milliseconds: number;
};
export type OpenOptions = {
  /** Data directory of the embedded database; undefined keeps it in memory. */
  readonly directory?: string | undefined;
  readonly url?: string | undefined;
  readonly ownerUrl?: string | undefined;
  readonly poolSize?: number;
  /** The data directory of an embedded database that nobody has open: this one is in memory and begins as a copy of it. */
  readonly copyOf?: string;
  readonly onStatement?: (statement: Statement) => void;
};

// A date stays the text YYYY-MM-DD, and a count is a number, on both drivers.
const dateOid = 1082;
const bigintOid = 20;
const filesIn = 'database';
// Any number will do, so long as every Foothold asks for the same one.
const aloneLock = 746_683_465;

/** Opens PostgreSQL when a URL is given, the embedded database otherwise. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.url ? openPostgres(options.url, options) : openEmbedded(options);
}

const logOf = (options: OpenOptions) => (event: LogEvent) =>
  options.onStatement?.({
    sql: event.query.sql,
    parameters: event.query.parameters,
    milliseconds: event.queryDurationMillis,
  });

async function openEmbedded(options: OpenOptions): Promise<Database> {
  const directory = options.copyOf ? undefined : options.directory;
  if (directory) privateDirectory(directory);
  const letGo = directory ? lockDirectory(directory) : () => undefined;
  const files = directory ? join(directory, filesIn) : undefined;
  const pglite = new PGlite({
    ...(files ? writtenThrough(files) : {}),
    ...(options.copyOf ? { fs: copiedIntoMemory(join(options.copyOf, filesIn)) } : {}),
    extensions: { btree_gist, pg_trgm, unaccent },
    parsers: { [pgliteTypes.DATE]: (text) => text, [pgliteTypes.INT8]: Number },
  });
  await pglite.waitReady.catch((error: unknown) => {
    letGo();
    throw error;
  });
  if (files) closeToOthers(files);
  await pglite.exec('set plan_cache_mode = force_generic_plan');
  const remembering = rememberEmbeddedPlans(pglite);
  const app = new Kysely<DB>({
    dialect: new PGliteDialect({ pglite: remembering.pglite }),
    log: logOf(options),
  });
  return {
    kind: 'embedded',
    app,
    owner: app,
    runScript: async (script) => {
      await pglite.exec(script);
      await remembering.forget();
    },
    dropOwnerRights: async () => void (await pglite.exec('set role foothold_app')),
    // The directory's lock keeps other processes out already.
    alone: (work) => work(),
    standStill: (work) => app.connection().execute(work),
    close: async () => {
      await app.destroy();
      letGo();
    },
  };
}

function openPostgres(url: string, options: OpenOptions): Promise<Database> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(dateOid, (text) => text);
  types.setTypeParser(bigintOid, Number);
  const appPool = poolOf({
    connectionString: url,
    max: options.poolSize ?? 20,
    pipeline: true,
    options: '-c role=foothold_app -c jit=off -c plan_cache_mode=force_generic_plan',
    types,
  });
  const ownerPool = poolOf({ connectionString: options.ownerUrl ?? url, max: 3, types });
  const app = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: rememberPlans(appPool) }),
    log: logOf(options),
  });
  const owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  return Promise.resolve({
    kind: 'postgres',
    app,
    owner,
    appLogin: loginOf(url) === loginOf(options.ownerUrl ?? url) ? undefined : loginOf(url),
    runScript: async (script) => void (await ownerPool.query(script)),
    dropOwnerRights: async () => undefined,
    standStill: (work) => work(),
    alone: async (work) => {
      const session = await ownerPool.connect();
      try {
        await session.query('select pg_advisory_lock($1)', [aloneLock]);
        return await work();
      } finally {
        // The lock is the session's: ending it lets the lock go, as being killed would.
        session.release(true);
      }
    },
    close: async () => {
      await app.destroy();
      await owner.destroy();
    },
  });
}

const loginOf = (url: string) => decodeURIComponent(new URL(url).username) || undefined;

// Without a listener, a connection that the server ends (a restart, a failover) would end this process too. Whoever was
// using it is told by their own query, and the pool makes another.
function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client) =>
    client.on('error', (error) =>
      log.warn(
        { code: 'code' in error ? String(error.code) : undefined },
        'a database connection was lost',
      ),
    ),
  );
  return pool;
}

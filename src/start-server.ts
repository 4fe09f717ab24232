import { setTimeout } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { buildApp } from './app.ts';
import { makeDemonstration } from './demo/make-demonstration.ts';
import { jobHandlers } from './job-handlers.ts';
import { createAuthentication } from './platform/auth/authentication.ts';
import { readSecret } from './platform/auth/secret.ts';
import { type Database, type OpenOptions, openDatabase } from './platform/db/connect.ts';
import { lendCopies } from './platform/db/lend-copies.ts';
import { loginFaults } from './platform/db/login-faults.ts';
import { beUpToDate } from './platform/db/migrate.ts';
import type { Env } from './platform/env.ts';
import { startJobs } from './platform/jobs/jobs.ts';
import { log } from './platform/log.ts';
import { sendersOf } from './platform/notify/senders-of.ts';

const patience = 8_000;

export type Running = {
  readonly origin: string;
  readonly welcome: string;
  readonly database: Database;
  stop(): Promise<void>;
};

/** Opens the database, unless one that is ready is given, and listens. */
export async function startServer(
  env: Env,
  now: () => Date = () => new Date(),
  { ready, ...more }: Pick<OpenOptions, 'onStatement'> & { readonly ready?: Database } = {},
): Promise<Running> {
  const database = ready ?? (await readyDatabase(env, now(), more));
  const faults = await loginFaults(database);
  for (const fault of faults) log.warn(fault);
  await database.dropOwnerRights();
  const handlers = jobHandlers(database.app, database.kind, sendersOf(env, now));
  const jobs = await startJobs(database, handlers, (error) =>
    log.error({ message: error.message }, 'a job failed'),
  );
  const listener = await listen(env, async (origin) => {
    const auth = await createAuthentication(database.app, env, await readSecret(env), origin);
    return buildApp({ db: database.app, env, auth, jobs, now }).fetch;
  });
  const stopLending =
    database.kind === 'embedded' ? await lendCopies(database, env.FOOTHOLD_DATA) : null;
  return {
    origin: listener.origin,
    welcome: [
      welcome(env, listener.origin, database.kind),
      ...faults.map((fault) => `WARNING: ${fault}`),
    ].join('\n'),
    database,
    stop: () =>
      withPatience(async () => {
        await listener.close();
        await stopLending?.();
        await jobs.stop();
        await database.close();
      }),
  };
}

/** Opens and migrates the database, and makes the demonstration when asked to. */
async function readyDatabase(env: Env, now: Date, more: OpenOptions): Promise<Database> {
  const database = await openDatabase({
    directory: env.FOOTHOLD_DATA,
    url: env.DATABASE_URL,
    ownerUrl: env.DATABASE_OWNER_URL,
    ...more,
  });
  await beUpToDate(database);
  if (env.FOOTHOLD_DEMO) await makeDemonstration(database, { now });
  return database;
}

// What is being answered is answered first. But whoever asked us to stop kills after ten seconds or so, and what is then
// still going on is undone by the database either way.
async function withPatience(stop: () => Promise<void>): Promise<void> {
  const waited = new AbortController();
  await Promise.race([
    stop(),
    setTimeout(patience, undefined, { signal: waited.signal }).then(
      () => log.warn('stopped with work still going on; it is undone'),
      () => undefined,
    ),
  ]);
  waited.abort();
}

type Fetch = (request: Request) => Response | Promise<Response>;

async function listen(env: Env, build: (origin: string) => Promise<Fetch>) {
  let handle: Fetch = () => new Response('Starting', { status: 503 });
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve(
      { fetch: (request) => handle(request), port: env.PORT, hostname: env.HOST },
      () => resolve(starting),
    );
    starting.on('error', (error: Error & { code?: string }) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${env.PORT} is in use: set PORT to another number`)
          : error,
      ),
    );
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.PORT;
  const origin = env.FOOTHOLD_URL ?? `http://localhost:${port}`;
  handle = await build(origin);
  return {
    origin,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function welcome(env: Env, origin: string, kind: string): string {
  const lines = [
    `Foothold is ready at ${origin}`,
    `Database: ${kind === 'embedded' ? `embedded, in ${env.FOOTHOLD_DATA}` : 'PostgreSQL'}`,
  ];
  if (env.FOOTHOLD_DEMO) {
    lines.push(
      'Demonstration service: Eastmarsh. Choose a person on the sign-in page, for example:',
      '  Ama Lovelock (case manager), Marguerite Oyelaran (practice manager), Philippa Standfast (head of service),',
      '  Quentin Larkin (police), Rosamund Achebe (nurse), Ursula Peaceful (victim worker), Xanthe Goodenough (panel member),',
      '  Annie Twelvetrees (business support), Freddie Okafor-Bright (administrator)',
    );
  }
  return lines.join('\n');
}

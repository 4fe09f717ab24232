import { CompiledQuery, type Kysely, sql } from 'kysely';
import PgBoss from 'pg-boss';
import type { Tx } from '../db/as-actor.ts';
import type { Database } from '../db/connect.ts';
import type { DB } from '../db/tables.generated.ts';
import { leftByTheDead, whileAlive } from './alive.ts';

/** Work that outlasts a page. A job is put on the list in the same transaction as the change that asks for it. */
export type Jobs = {
  enqueue(tx: Tx, name: string, data: object): Promise<void>;
  stop(): Promise<void>;
};

export type JobHandler = {
  readonly run: (data: unknown) => Promise<void>;
  /** Says, where people look for it, that the job is given up: each time, the process that did it had stopped. */
  readonly lost: (data: unknown) => Promise<void>;
  /** How often it is tried again, and after how many seconds; the runner's own two times at once when left out. */
  readonly retries?: {
    readonly retryLimit: number;
    readonly retryDelay: number;
    readonly retryBackoff: true;
    readonly retryDelayMax: number;
  };
};
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** Starts the job runner over the app's connection; each handler takes one job at a time. */
export async function startJobs(
  { app: db, kind }: Pick<Database, 'app' | 'kind'>,
  handlers: JobHandlers,
  onError: (error: Error) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: executorOf(db),
    schema: 'pgboss',
    migrate: false,
    schedule: false,
  });
  boss.on('error', onError);
  await boss.start();
  for (const [name, { retries }] of Object.entries(handlers))
    await boss.createQueue(name, { ...retries });
  for (const job of await leftByTheDead(db, kind)) {
    await boss.fail(job.name, job.id, { message: 'The process that did it stopped' });
    if (job.isLast) await handlers[job.name]?.lost(job.data);
  }
  for (const [name, { run }] of Object.entries(handlers)) {
    await boss.work(
      name,
      { pollingIntervalSeconds: 0.5 },
      async (jobs: { id: string; data: unknown }[]) => {
        for (const { id, data } of jobs)
          await (kind === 'postgres' ? whileAlive(db, id, () => run(data)) : run(data));
      },
    );
  }
  return {
    enqueue: async (tx, name, data) => {
      // The job tables are the app's, not the person's: step out of their role for this one row.
      await sql`select set_config('role', 'foothold_app', true)`.execute(tx);
      await boss.send(name, data, { db: executorOf(tx) });
      await sql`select set_config('role', 'foothold_staff', true)`.execute(tx);
    },
    stop: async () => void (await boss.stop({ graceful: true, timeout: 5000 })),
  };
}

// Through Kysely, so that on the embedded database's one connection a job never lands inside somebody's transaction.
function executorOf(db: Kysely<DB>) {
  return {
    executeSql: async (text: string, values: unknown[] = []) => {
      if (values.length > 0) return db.executeQuery(CompiledQuery.raw(text, values));
      let last: { rows: unknown[] } = { rows: [] };
      await db.connection().execute(async (connection) => {
        for (const statement of separate(text))
          last = await connection.executeQuery(CompiledQuery.raw(statement, []));
      });
      return last;
    },
  };
}

// Only pg-boss's own scripts, which end each statement at the end of a line: the embedded driver takes one at a time.
const separate = (text: string) =>
  (/\$\$|do \$/i.test(text) ? [text] : text.split(/;\s*\n|;\s*$/)).filter(
    (part) => part.trim() !== '',
  );

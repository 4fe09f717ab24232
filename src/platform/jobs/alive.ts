import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import type { DB } from '../db/tables.generated.ts';

type LeftJob = {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  /** Whether it was tried as often as it may be. */
  readonly isLast: boolean;
};

/**
 * Jobs that the list says are being done, by a process that is no more. Embedded, no process but this one has ever been
 * beside it; on a server, whoever does a job holds a lock on it, which the server lets go when their connection ends.
 */
export async function leftByTheDead(
  db: Kysely<DB>,
  kind: Database['kind'],
): Promise<readonly LeftJob[]> {
  const { rows } = await sql<LeftJob & { free: boolean }>`
    select id::text as id, name, data, retry_count >= retry_limit as "isLast",
      case when ${kind === 'postgres'} then pg_try_advisory_xact_lock(hashtextextended(id::text, 0)) else true end as free
    from pgboss.job where state = 'active'`.execute(db);
  return rows.filter(({ free }) => free);
}

/** Does a job on a server while holding the lock that says so; a job that somebody else still does is left to them. */
export async function whileAlive(
  db: Kysely<DB>,
  id: string,
  run: () => Promise<void>,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${id}, 0)) as free`.execute(connection);
    if (!rows[0]?.free) return;
    try {
      await run();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${id}, 0))`.execute(connection);
    }
  });
}

import { type Kysely, sql } from 'kysely';
import type { Tx } from './as-actor.ts';
import type { DB } from './tables.generated.ts';

/**
 * Waits until no other transaction does the same thing, and holds it until this one ends. What is read after this call
 * includes what the one before has done. `what` names the thing, and whose it is.
 */
export async function oneAtATime(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
}

/**
 * The same for work of many transactions: the thing is held by a connection of its own, and let go when the work or the process
 * ends. Null where nobody else could do it.
 */
export async function aloneMeanwhile(
  db: Kysely<DB>,
  what: string | null,
  work: () => Promise<void>,
): Promise<void> {
  if (what === null) return work();
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtextextended(${what}, 0))`.execute(connection);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${what}, 0))`.execute(connection);
    }
  });
}

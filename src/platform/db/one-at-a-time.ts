import { sql } from 'kysely';
import type { Tx } from './as-actor.ts';

/**
 * Waits until no other transaction does the same thing, and holds it until this one ends. What is read after this call
 * includes what the one before has done. `what` names the thing, and whose it is.
 */
export async function oneAtATime(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
}

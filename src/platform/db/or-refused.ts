import { sql } from 'kysely';
import type { Tx } from './as-actor.ts';

/**
 * Does work that the database may refuse in one of these ways, by their codes, and gives the code; null when it was done. The rest
 * of the transaction stands. What is in the way may be what this person may not see, or of the same moment, so asking first
 * is not enough.
 */
export async function orRefused<Code extends string>(
  tx: Tx,
  codes: readonly Code[],
  work: () => Promise<unknown>,
): Promise<Code | null> {
  await sql`savepoint before_work`.execute(tx);
  try {
    await work();
    // Work within work: the nearest savepoint of the name is always this one's.
    await sql`release savepoint before_work`.execute(tx);
    return null;
  } catch (error) {
    const refused = codes.find(
      (code) => error instanceof Error && 'code' in error && error.code === code,
    );
    if (!refused) throw error;
    await sql`rollback to savepoint before_work`.execute(tx);
    await sql`release savepoint before_work`.execute(tx);
    return refused;
  }
}

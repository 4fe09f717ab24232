import { sql } from 'kysely';
import type { Tx } from '../../platform/db/as-actor.ts';

const overlapping = '23P01';

/**
 * Does work that the database may refuse because another row already covers those days; true when it was done. The row
 * in the way may be one that this person may not see, so asking first is not enough.
 */
export async function unlessOverlapping(tx: Tx, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint before_dates`.execute(tx);
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === overlapping)) throw error;
    await sql`rollback to savepoint before_dates`.execute(tx);
    return false;
  }
}

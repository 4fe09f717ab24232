import { sql } from 'kysely';
import type { Tx } from './as-actor.ts';

/** Who saved a row last, and when. */
type LastSaved = {
  readonly name: string | null;
  readonly saved_at: Date;
  readonly is_mine: boolean | null;
};

/** Who saved a row last, for somebody who changes it too; null when nothing says so. */
export async function lastSaved(tx: Tx, rowId: string): Promise<LastSaved | null> {
  const { rows } = await sql<LastSaved>`select * from last_saved(${rowId})`.execute(tx);
  return rows[0] ?? null;
}

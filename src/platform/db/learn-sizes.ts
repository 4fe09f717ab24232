import { sql } from 'kysely';
import type { Tx } from './as-actor.ts';

/** Lets the planner look again at how long the tables are that a list of referrals fills. */
export async function learnSizes(tx: Tx): Promise<void> {
  await sql`select learn_sizes()`.execute(tx);
}

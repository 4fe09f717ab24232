import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, type Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** Ends access from this moment: yesterday becomes the last day, and every open page asks to sign in again. */
export async function endAccess(tx: Tx, id: string, today: Day): Promise<boolean> {
  const ended = await tx
    .updateTable('staff')
    .set({ active_to: addDays(today, -1) })
    .where('id', '=', id)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Makes a one-time token to set a password with, good for three days; with `afresh` the second step starts again. */
export async function giveSignIn(tx: Tx, staffId: string, afresh: boolean): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await sql`select give_sign_in(${staffId}::uuid, ${token}, ${afresh})`.execute(tx);
  return token;
}

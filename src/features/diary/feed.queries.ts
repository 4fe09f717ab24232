import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Actor, can } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { whoWorksHere } from '../../platform/auth/whose-session-was.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { DB } from '../../platform/db/tables.generated.ts';

const markOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Since when this person has an address for their own calendar; undefined without one. */
export const feedOf = (tx: Tx, { staffId }: Actor) =>
  tx.selectFrom('diary_feed').select('made_at').where('staff_id', '=', staffId).executeTakeFirst();

/** Ends this person's address, if they have one. */
export const endFeed = (tx: Tx, { staffId }: Actor) =>
  tx.deleteFrom('diary_feed').where('staff_id', '=', staffId).execute();

/** A new secret for this person's address: it is told once, only its mark is kept, and the one before ends. */
export async function makeFeed(tx: Tx, actor: Actor): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await endFeed(tx, actor);
  await tx
    .insertInto('diary_feed')
    .values({ service_id: actor.serviceId, staff_id: actor.staffId, mark: markOf(secret) })
    .execute();
  return secret;
}

/** Whose diary an address is, while they work for the service and may read one. */
export async function whoseFeed(
  db: Kysely<DB>,
  secret: string,
  today: Day,
): Promise<Actor | undefined> {
  const feed = await db
    .selectFrom('diary_feed')
    .select('staff_id')
    .where('mark', '=', markOf(secret))
    .executeTakeFirst();
  const actor = feed && (await whoWorksHere(db, feed.staff_id, today));
  return actor && can(actor, 'diary.view') ? actor : undefined;
}

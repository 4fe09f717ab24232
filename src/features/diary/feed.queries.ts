import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type Actor, can } from '../../domain/access/can.ts';
import { isRole } from '../../domain/access/roles.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
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
  const { rows } = await sql<Actor>`
    select s.id as "staffId", s.service_id as "serviceId", s.name, s.role, s.agency, s.team_id as "teamId"
    from diary_feed f
    join staff s on s.service_id = f.service_id and s.id = f.staff_id
      and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date)
    where f.mark = ${markOf(secret)}`.execute(db);
  return rows.find((actor) => isRole(actor.role) && can(actor, 'diary.view'));
}

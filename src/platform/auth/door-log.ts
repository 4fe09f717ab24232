import type { Context } from 'hono';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import type { Env } from '../env.ts';
import { addressOf } from './ask-library.ts';
import { browserName } from './browser-name.ts';

/** What happens at the door: see the table `sign_in_event`. */
export type DoorEvent =
  | 'signed-in'
  | 'wrong-password'
  | 'wrong-code'
  | 'held-off'
  | 'locked'
  | 'unlocked'
  | 'signed-out'
  | 'signed-out-elsewhere'
  | 'password-chosen'
  | 'password-changed'
  | 'second-step-set';

type Where = { readonly db: Kysely<DB>; readonly env: Env };

/** Keeps for good what happened at somebody's door, and from where. Nothing is kept of somebody who is nobody's member of staff. */
export async function noteAtDoor(
  { db, env }: Where,
  c: Context,
  authUserId: string,
  kind: DoorEvent,
  method: string | null = null,
): Promise<void> {
  await sql`
    insert into sign_in_event (service_id, staff_id, kind, method, address, browser)
    select service_id, id, ${kind}, ${method}::text, ${addressOf(c, env.FOOTHOLD_BEHIND_PROXY) || null}::text,
      ${browserName(c.req.header('user-agent') ?? null)}
    from staff where auth_user_id = ${authUserId}`.execute(db);
}

import { type Kysely, sql } from 'kysely';
import { isRole, type Role } from '../../domain/access/roles.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { DB } from '../../platform/db/tables.generated.ts';

export type Persona = {
  readonly authUserId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: Role;
};

/** The demonstration's people, by role; only a demonstration service asks. */
export async function personas(db: Kysely<DB>): Promise<Persona[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['auth_user_id', 'name', 'job_title', 'role'])
    .where('auth_user_id', 'is not', null)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  return rows.flatMap((row) =>
    row.auth_user_id && isRole(row.role)
      ? [{ authUserId: row.auth_user_id, name: row.name, jobTitle: row.job_title, role: row.role }]
      : [],
  );
}

/** Whether someone who works here now stands behind an identity. */
export async function worksHere(db: Kysely<DB>, authUserId: string, today: Day): Promise<boolean> {
  const found = await db
    .selectFrom('staff')
    .select('id')
    .where('auth_user_id', '=', authUserId)
    .where('active_from', '<=', today)
    .where((eb) => eb.or([eb('active_to', 'is', null), eb('active_to', '>=', today)]))
    .executeTakeFirst();
  return found !== undefined;
}

/** Joins an identity to the person an administrator entered under the same verified e-mail; no one already joined is touched. */
export async function linkByEmail(db: Kysely<DB>, authUserId: string): Promise<void> {
  await sql`
    update staff set auth_user_id = ${authUserId}
    where auth_user_id is null and not exists (select 1 from staff known where known.auth_user_id = ${authUserId})
      and id = (
        select f.id from staff f join auth_user u on lower(f.email) = lower(u.email)
        where u.id = ${authUserId} and u."emailVerified" and f.auth_user_id is null
        order by f.created_at, f.id limit 1)`.execute(db);
}

/** The identity behind a session token, or null when there is no such session. */
export async function identityOf(db: Kysely<DB>, token: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth_session')
    .select('userId')
    .where('token', '=', token)
    .executeTakeFirst();
  return row?.userId ?? null;
}

/** Ends a session that must not go on. */
export async function endSession(db: Kysely<DB>, token: string | null): Promise<void> {
  if (token) await db.deleteFrom('auth_session').where('token', '=', token).execute();
}

/** Where this person is signed in, latest first. */
export function liveSessions(db: Kysely<DB>, authUserId: string, now: Date) {
  return db
    .selectFrom('auth_session')
    .select(['id', 'createdAt', 'last_seen_at', 'ipAddress', 'userAgent', 'method', 'locked_at'])
    .where('userId', '=', authUserId)
    .where('expiresAt', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Whether this identity has a password here, rather than only single sign-on. */
export async function hasPassword(db: Kysely<DB>, authUserId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth_account')
    .select('id')
    .where('userId', '=', authUserId)
    .where('providerId', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The work e-mail an identity signs in with. */
export async function emailOf(db: Kysely<DB>, authUserId: string): Promise<string> {
  const row = await db
    .selectFrom('auth_user')
    .select('email')
    .where('id', '=', authUserId)
    .executeTakeFirstOrThrow();
  return row.email;
}

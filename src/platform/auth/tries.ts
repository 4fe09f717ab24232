import { type Kysely, sql } from 'kysely';
import { newId } from '../db/new-id.ts';
import type { DB } from '../db/tables.generated.ts';

const windowMinutes = 15;
/** Wrong passwords for one account in a quarter of an hour, before the next is not looked at. */
export const mostTries = 10;

/**
 * Counts a try before it is looked at, so that many at once do not pass. The quarter of an hour begins with the first and is never
 * made longer by those that follow, so that nobody can keep an account shut by trying on.
 */
export async function countTry(db: Kysely<DB>, key: string, now: Date): Promise<number> {
  const at = now.getTime();
  const opened = at - windowMinutes * 60_000;
  const { rows } = await sql<{ count: number }>`
    insert into auth_rate_limit (id, key, count, "lastRequest") values (${newId()}, ${key}, 1, ${at})
    on conflict (key) do update set
      count = case when auth_rate_limit."lastRequest" < ${opened} then 1 else auth_rate_limit.count + 1 end,
      "lastRequest" = case when auth_rate_limit."lastRequest" < ${opened} then ${at} else auth_rate_limit."lastRequest" end
    returning count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Begins to count anew: the right password was given, or a new one chosen. */
export async function forgetTries(db: Kysely<DB>, keys: readonly string[]): Promise<void> {
  await db
    .deleteFrom('auth_rate_limit')
    .where('key', 'in', [...keys])
    .execute();
}

/** Takes a one-time code for good; false when it was taken before. */
export async function useCode(db: Kysely<DB>, authUserId: string, hash: string): Promise<boolean> {
  const { rows } = await sql`
    with old as (delete from auth_used_code where "userId" = ${authUserId} and used_at < now() - interval '1 hour')
    insert into auth_used_code ("userId", code_hash) values (${authUserId}, ${hash}) on conflict do nothing returning 1`.execute(
    db,
  );
  return rows.length === 1;
}

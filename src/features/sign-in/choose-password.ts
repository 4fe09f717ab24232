import { type Kysely, sql } from 'kysely';
import { passwordFault } from '../../domain/access/password-fault.ts';
import { commonPasswords } from '../../platform/auth/common-passwords.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import type { Server } from '../../platform/http/context.ts';

/** Why an identity may not take a password, as a sentence; null when it may. */
export async function choiceFault(
  server: Pick<Server, 'db' | 'auth'>,
  authUserId: string,
  password: string,
): Promise<string | null> {
  const known = await knownOf(server.db, authUserId);
  const fault = passwordFault(password, {
    common: commonPasswords(),
    own: ['Foothold', known?.name, known?.email, known?.service].filter((each) => each != null),
  });
  if (fault || !known?.hash) return fault;
  const { password: hasher } = await server.auth.library.$context;
  return (await hasher.verify({ hash: known.hash, password }))
    ? 'That is the password you have now. Choose another'
    : null;
}

type Known = {
  readonly name: string;
  readonly email: string;
  readonly service: string | null;
  readonly hash: string | null;
};

async function knownOf(db: Kysely<DB>, authUserId: string): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select u.name, u.email, v.name as service, a.password as hash
    from auth_user u
    left join staff f on f.auth_user_id = u.id left join service v on v.id = f.service_id
    left join auth_account a on a."userId" = u.id and a."providerId" = 'credential'
    where u.id = ${authUserId}`.execute(db);
  return rows[0];
}

/** The identity that a sign-in link was made for, while it still works. */
export async function identityOfLink(
  db: Kysely<DB>,
  token: string,
  now: Date,
): Promise<string | null> {
  const found = await db
    .selectFrom('auth_verification')
    .select('value')
    .where('identifier', '=', `reset-password:${token}`)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return found?.value ?? null;
}

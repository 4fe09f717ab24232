import { hashPassword } from 'better-auth/crypto';
import { agencyOf } from '../../../domain/access/can.ts';
import { passwordFault } from '../../../domain/access/password-fault.ts';
import type { Role } from '../../../domain/access/roles.data.ts';
import { britishDay } from '../../../domain/calendar/british-time.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { commonPasswords } from '../../../platform/auth/common-passwords.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Database } from '../../../platform/db/connect.ts';
import { newId } from '../../../platform/db/new-id.ts';

type NewUser = {
  /** The service's code or name. */
  readonly service: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
};

export type Added =
  | { readonly kind: 'added'; readonly staffId: string }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Enters the first people of a new service from the command line, as the database's owner: there is no administrator
 * yet who could. They set up their second step when they first sign in.
 */
export async function addUser(database: Database, user: NewUser, now: Date): Promise<Added> {
  const email = user.email.trim().toLowerCase();
  const reason = passwordFault(user.password, {
    common: commonPasswords(),
    own: ['Foothold', user.name, user.email, user.service],
  });
  if (reason !== null) return { kind: 'refused', reason };
  const hash = await hashPassword(user.password);
  return database.owner.transaction().execute(async (tx): Promise<Added> => {
    const services = await tx.selectFrom('service').select(['id', 'code', 'name']).execute();
    const serviceId = await serviceOf(tx, user.service, services, britishDay(now));
    if (!serviceId)
      return {
        kind: 'refused',
        reason: `There is no service “${user.service}”. There ${services.length === 1 ? 'is' : 'are'}: ${services.map(({ name }) => name).join('; ')}`,
      };
    const known = await tx
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst();
    if (known) return { kind: 'refused', reason: `Someone already signs in with ${email}` };
    const authUserId = newId();
    const staffId = newId();
    await tx
      .insertInto('auth_user')
      .values({ id: authUserId, name: user.name, email, emailVerified: true })
      .execute();
    await tx
      .insertInto('auth_account')
      .values({
        id: newId(),
        accountId: authUserId,
        providerId: 'credential',
        userId: authUserId,
        password: hash,
        updatedAt: now,
      })
      .execute();
    await tx
      .insertInto('staff')
      .values({
        service_id: serviceId,
        id: staffId,
        auth_user_id: authUserId,
        name: user.name,
        email,
        job_title: '',
        agency: agencyOf(user.role),
        role: user.role,
        active_from: britishDay(now),
      })
      .execute();
    return { kind: 'added', staffId };
  });
}

// The first person of a new installation brings its service with them.
async function serviceOf(
  tx: Tx,
  wanted: string,
  services: readonly { readonly id: string; readonly code: string; readonly name: string }[],
  today: Day,
): Promise<string | null> {
  const asked = wanted.toLowerCase();
  const found = services.find(({ code, name }) => [code, name.toLowerCase()].includes(asked));
  if (found || services.length > 0) return found?.id ?? null;
  const id = newId();
  const code = wanted.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  await tx.insertInto('service').values({ id, code, name: wanted, nation: 'england' }).execute();
  // Nobody has said yet who holds it: the head of service is asked.
  await tx
    .insertInto('board_seat')
    .values({
      service_id: id,
      id: newId(),
      seat: 'education',
      vacant_since: today,
    })
    .execute();
  return id;
}

import { sql } from 'kysely';
import { type Actor, can } from '../domain/access/can.ts';
import type { Permission } from '../domain/access/permissions.data.ts';
import { isRole } from '../domain/access/roles.data.ts';
import type { Day } from '../domain/calendar/day.ts';
import { setClaims, type Tx } from '../platform/db/as-actor.ts';
import { type Database, openDatabase } from '../platform/db/connect.ts';
import { migrate } from '../platform/db/migrate.ts';
import { type Io, Mend } from './command.ts';
import { databaseOptions, findService } from './open-record.ts';

/** Who does a command's work: a member of staff by their e-mail address, or nobody by name. */
type Claimed = {
  readonly as: string | undefined;
  readonly today: Day;
  readonly permission: Permission;
  /** As it is said to somebody who may not. */
  readonly work: string;
};

/** Does a command's work in one transaction of the service that is meant, as whom it is done for; what fails leaves nothing. */
export async function asClaimed<Result>(
  io: Io,
  asked: Claimed & { readonly service: string | undefined },
  work: (tx: Tx, serviceId: string, staffId: string | null) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(databaseOptions(io.env));
  try {
    await migrate(database);
    const serviceId = await findService(database, asked.service);
    if (serviceId === null)
      throw new Mend('There is no service yet: start the server once, or run foothold demo');
    return await database.owner.transaction().execute(async (tx) => {
      return work(tx, serviceId, await claim(tx, database, serviceId, asked));
    });
  } finally {
    await database.close();
  }
}

/** As a member of staff, whose id is given back, every policy of theirs holds; otherwise as the owner, for this one service. */
async function claim(
  tx: Tx,
  database: Database,
  serviceId: string,
  asked: Claimed,
): Promise<string | null> {
  if (asked.as !== undefined) {
    const staff = await staffOf(tx, serviceId, { ...asked, as: asked.as });
    await setClaims(tx, staff);
    return staff.staffId;
  }
  await sql`select set_config('app.service', ${serviceId}, true), set_config('app.may', ${`,${asked.permission},`}, true)`.execute(
    tx,
  );
  if (database.kind !== 'embedded') await sql`select set_config('role', 'none', true)`.execute(tx);
  return null;
}

async function staffOf(
  tx: Tx,
  serviceId: string,
  { as: email, today, permission, work }: Claimed & { readonly as: string },
): Promise<Actor> {
  const row = await tx
    .selectFrom('staff')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where('email', '=', email)
    .where('active_from', '<=', today)
    .where((is) => is.or([is('active_to', 'is', null), is('active_to', '>=', today)]))
    .executeTakeFirst();
  if (!row || !isRole(row.role))
    throw new Mend(`Nobody with the e-mail address ${email} works for this service`);
  if (!can({ role: row.role }, permission)) throw new Mend(`${row.name} may not ${work}`);
  return {
    staffId: row.id,
    serviceId,
    name: row.name,
    role: row.role,
    agency: row.agency,
    teamId: row.team_id,
  };
}

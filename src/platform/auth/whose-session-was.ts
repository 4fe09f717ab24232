import { type Kysely, sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import { isRole } from '../../domain/access/roles.data.ts';
import type { DB } from '../db/tables.generated.ts';

type Row = {
  staff_id: string;
  service_id: string;
  name: string;
  role: string;
  agency: string;
  team_id: string | null;
};

/**
 * Whose session it was that has run out, for keeping what they typed and for nothing else: they see it again only once
 * they have signed in. Null when it was signed out of, never had its second
 * step, or its owner works here no more.
 */
export async function whoseSessionWas(
  db: Kysely<DB>,
  token: string,
  today: string,
): Promise<Actor | null> {
  const { rows } = await sql<Row>`
    select f.id as staff_id, f.service_id, f.name, f.role, f.agency, f.team_id
    from auth_session s
    join auth_user u on u.id = s."userId"
    join staff f on f.auth_user_id = u.id and f.active_from <= ${today} and (f.active_to is null or f.active_to >= ${today})
    where s.token = ${token} and s."expiresAt" <= now() and s."expiresAt" > now() - interval '3 days'
      and (s.method <> 'password' or u."twoFactorEnabled")`.execute(db);
  return actorOf(rows[0]);
}

/** Somebody who works here today, by their own id; null for anybody else. */
export async function whoWorksHere(
  db: Kysely<DB>,
  staffId: string,
  today: string,
): Promise<Actor | null> {
  const { rows } = await sql<Row>`
    select f.id as staff_id, f.service_id, f.name, f.role, f.agency, f.team_id from staff f
    where f.id = ${staffId} and f.active_from <= ${today} and (f.active_to is null or f.active_to >= ${today})`.execute(
    db,
  );
  return actorOf(rows[0]);
}

function actorOf(row: Row | undefined): Actor | null {
  if (!row || !isRole(row.role)) return null;
  return {
    staffId: row.staff_id,
    serviceId: row.service_id,
    name: row.name,
    role: row.role,
    agency: row.agency,
    teamId: row.team_id,
  };
}

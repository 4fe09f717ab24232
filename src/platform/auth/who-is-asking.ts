import { type Kysely, sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import { isRole } from '../../domain/access/roles.data.ts';
import type { DB } from '../db/tables.generated.ts';
import type { Session } from '../http/context.ts';

export type Asking = {
  readonly actor: Actor;
  readonly session: Session;
  readonly serviceName: string;
  /** Whether something was done to access that they should look at. */
  readonly hasNotice: boolean;
  /** The forms in which they typed what they have not saved, by the keys of their drafts. */
  readonly draftKeys: readonly string[];
};

type Row = {
  session_id: string;
  token: string;
  last_seen_at: Date;
  locked_at: Date | null;
  method: string | null;
  second_factor: boolean | null;
  auth_user_id: string;
  staff_id: string;
  service_id: string;
  name: string;
  role: string;
  agency: string;
  team_id: string | null;
  service_name: string;
  has_notice: boolean;
  draft_keys: string[];
};

/** Finds the person behind a session token, in one statement; null when it has ended or their time with the service has. */
export async function whoIsAsking(
  db: Kysely<DB>,
  token: string,
  today: string,
  idleMinutes: number,
): Promise<Asking | null> {
  const { rows } = await sql<Row>`
    with touched as (
      update auth_session set last_seen_at = now()
      where token = ${token} and last_seen_at < now() - interval '1 minute' and last_seen_at > now() - make_interval(mins => ${idleMinutes + 1}) and locked_at is null
    )
    select s.id as session_id, s.token, s.last_seen_at, s.locked_at, s.method, u."twoFactorEnabled" as second_factor, u.id as auth_user_id,
      f.id as staff_id, f.service_id, f.name, f.role, f.agency, f.team_id, v.name as service_name,
      exists (select 1 from access_notice n where n.service_id = f.service_id and n.looked_at is null and (n.for_staff = f.id
        or (role_may(f.role, n.for_permission) and n.done_by <> f.id and n.about_staff is distinct from f.id))) as has_notice,
      array(select d.form_key from draft d where d.service_id = f.service_id and d.staff_id = f.id) as draft_keys
    from auth_session s
    join auth_user u on u.id = s."userId"
    join staff f on f.auth_user_id = u.id and f.active_from <= ${today} and (f.active_to is null or f.active_to >= ${today})
    join service v on v.id = f.service_id
    where s.token = ${token} and s."expiresAt" > now()`.execute(db);
  const row = rows[0];
  if (!row || !isRole(row.role)) return null;
  return {
    actor: {
      staffId: row.staff_id,
      serviceId: row.service_id,
      name: row.name,
      role: row.role,
      agency: row.agency,
      teamId: row.team_id,
    },
    session: {
      id: row.session_id,
      token: row.token,
      lockedAt: row.locked_at,
      lastSeenAt: row.last_seen_at,
      method: row.method,
      authUserId: row.auth_user_id,
      hasSecondFactor: row.second_factor === true,
    },
    serviceName: row.service_name,
    hasNotice: row.has_notice,
    draftKeys: row.draft_keys,
  };
}

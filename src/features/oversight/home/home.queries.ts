import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import type { LevelId } from '../../../domain/assessments/levels.data.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { AttendanceCode } from '../../../domain/contacts/attendance.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** A child on somebody's list, with what matters at a glance. */
export type ListedChild = {
  readonly id: string;
  readonly forename: string;
  readonly surname: string;
  readonly dateOfBirth: string | null;
  readonly kind: string;
  readonly staffId: string;
  readonly likelihood: LevelId | null;
  readonly safety: LevelId | null;
  readonly harm: LevelId | null;
  readonly nextAt: string | null;
  readonly nextOn: Day | null;
  readonly nextId: string | null;
  readonly latest: readonly { readonly on: string; readonly attendance: AttendanceCode }[];
  readonly warnings: number;
};

/** All children of some staff, by live relationship, in one statement whatever their history: nobody is left out of what is counted. */
export async function childrenOf(
  tx: Tx,
  serviceId: string,
  staffIds: readonly string[],
  kinds: readonly string[],
): Promise<ListedChild[]> {
  if (staffIds.length === 0) return [];
  const { rows } = await sql<ListedChild>`
    select c.id, c.forename, c.surname, c.date_of_birth as "dateOfBirth", r.kind, r.staff_id as "staffId",
      a.likelihood_level as likelihood, a.safety_level as safety, a.harm_level as harm,
      n.planned_at as "nextAt", british_day(n.planned_at) as "nextOn", n.id as "nextId", coalesce(l.latest, '[]') as latest,
      (select count(*)::int from warning w where w.service_id = c.service_id and w.child_id = c.id and w.ended_on is null) as warnings
    from (
      select distinct on (x.child_id, x.staff_id) x.* from relationship x
      where x.service_id = ${serviceId} and x.staff_id = any(${[...staffIds]}::uuid[]) and x.kind = any(${[...kinds]}::text[])
        and x.starts_at <= now() and (x.ends_at is null or x.ends_at > now())
      order by x.child_id, x.staff_id, x.kind) r
    join child c on c.service_id = r.service_id and c.id = r.child_id and c.merged_into is null
    left join lateral (
      select likelihood_level, safety_level, harm_level from assessment
      where service_id = c.service_id and child_id = c.id and status = 'signed'
      order by signed_on desc, created_at desc limit 1) a on true
    left join lateral (
      select id, planned_at from contact
      where service_id = c.service_id and child_id = c.id and status = 'planned'
        and coalesce(held_at, planned_at) >= date_trunc('day', now() at time zone 'Europe/London') at time zone 'Europe/London'
      order by coalesce(held_at, planned_at) limit 1) n on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('on', held_at, 'attendance', attendance)) as latest from (
        select held_at, attendance from contact
        where service_id = c.service_id and child_id = c.id and status = 'recorded'
        order by coalesce(held_at, planned_at) desc limit 8) recent) l on true
    order by c.surname, c.forename, c.id`.execute(tx);
  return rows;
}

/** Panels that this person is asked to: those to come, and those whose papers are still open. */
export function panelsOf(tx: Tx, actor: Actor, now: Date) {
  return tx
    .selectFrom('panel')
    .innerJoin('panel_attendee', (join) =>
      join
        .onRef('panel_attendee.service_id', '=', 'panel.service_id')
        .onRef('panel_attendee.panel_id', '=', 'panel.id'),
    )
    .select(['panel.id', 'panel.name', 'panel.starts_at', 'panel.place'])
    .select(['panel.window_opens', 'panel.window_closes'])
    .where('panel.service_id', '=', actor.serviceId)
    .where('panel_attendee.staff_id', '=', actor.staffId)
    .where('panel.status', '!=', 'cancelled')
    .where('panel.window_closes', '>', now)
    .orderBy('panel.starts_at')
    .limit(10)
    .execute();
}

export type InboxCounts = {
  readonly received: number;
  readonly waiting: number;
  readonly holds: number;
  readonly running: number;
};

/** How many entries of court registers wait for a person. */
export async function entriesHeld(tx: Tx, serviceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from register_entry where service_id = ${serviceId} and state = 'held'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** What lies in the referrals inbox. */
export async function inboxCounts(tx: Tx, serviceId: string): Promise<InboxCounts> {
  const { rows } = await sql<InboxCounts>`select
    (select count(*)::int from referral where service_id = ${serviceId} and state = 'received') as received,
    (select count(*)::int from referral where service_id = ${serviceId} and state = 'awaiting-allocation') as waiting,
    (select count(*)::int from referral_hold where service_id = ${serviceId} and resolution is null) as holds,
    (select count(*)::int from referral_import where service_id = ${serviceId} and status in ('previewed', 'queued', 'running', 'making', 'stopped')) as running`.execute(
    tx,
  );
  return rows[0] ?? { received: 0, waiting: 0, holds: 0, running: 0 };
}

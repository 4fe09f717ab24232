import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { workingHours } from './working-hours.data.ts';

/** What to show of the log; what is left out or null filters nothing. Days are British. */
type LookFilter = {
  readonly childId?: string;
  readonly staffId?: string | null | undefined;
  readonly kind?: string | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
  readonly limit: number;
  readonly offset: number;
};

export type LookRow = {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly role: string;
  readonly staffId: string;
  readonly kind: string;
  readonly page: string;
  readonly purpose: string | null;
  readonly via: string | null;
  readonly childId: string | null;
  readonly childNumber: string | null;
  readonly childName: string | null;
};

/** Lines of the log, newest first. */
export async function looks(tx: Tx, filter: LookFilter): Promise<LookRow[]> {
  const { childId = null, staffId = null, kind = null, from = null, to = null } = filter;
  const { rows } = await sql<LookRow>`
    select l.id, l.at, s.name as who, s.role, l.staff_id as "staffId", l.kind, l.page, l.purpose, l.via, l.child_id as "childId",
      c.number as "childNumber", c.forename || ' ' || c.surname as "childName"
    from access_log l
    join staff s on s.service_id = l.service_id and s.id = l.staff_id
    left join child c on c.service_id = l.service_id and c.id = l.child_id
    where (${childId}::uuid is null or l.child_id = ${childId}::uuid)
      and (${staffId}::uuid is null or l.staff_id = ${staffId}::uuid)
      and (${kind}::text is null or l.kind = ${kind})
      and (${from}::date is null or l.at >= (${from}::date)::timestamp at time zone 'Europe/London')
      and (${to}::date is null or l.at < (${to}::date + 1)::timestamp at time zone 'Europe/London')
    order by l.at desc, l.id desc
    limit ${filter.limit} offset ${filter.offset}`.execute(tx);
  return rows;
}

export type StaffTally = {
  readonly staffId: string;
  readonly who: string;
  readonly role: string;
  readonly looks: number;
  readonly children: number;
  readonly unrelated: number;
  readonly denied: number;
  readonly outOfHours: number;
  readonly emergencies: number;
};

type Span = {
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
  /** Whether only the reader's team is counted: of anybody else they read a part, which would count as the whole. */
  readonly isTeamOnly: boolean;
};

/** Each person's looks over some days, those most worth a question first. */
export async function tallies(tx: Tx, { from, to, name, isTeamOnly }: Span): Promise<StaffTally[]> {
  const { rows } = await sql<StaffTally>`
    with counted as (
      select l.staff_id, count(*)::int as looks, count(distinct l.child_id)::int as children,
        (count(distinct l.child_id) filter (where l.via = 'service'))::int as unrelated,
        (count(*) filter (where l.kind = 'denied'))::int as denied,
        (count(distinct l.child_id) filter (where l.via = 'break-glass'))::int as emergencies,
        (count(*) filter (where not d.is_working or (l.at at time zone 'Europe/London')::time < ${workingHours.from}::time
          or (l.at at time zone 'Europe/London')::time >= ${workingHours.until}::time))::int as out_of_hours
      from access_log l
      join calendar_day d on d.day = british_day(l.at)
      where l.kind <> 'named' and l.at >= (${from}::date)::timestamp at time zone 'Europe/London'
        and l.at < (${to}::date + 1)::timestamp at time zone 'Europe/London'
      group by l.staff_id)
    select s.id as "staffId", s.name as who, s.role, coalesce(k.looks, 0) as looks, coalesce(k.children, 0) as children,
      coalesce(k.unrelated, 0) as unrelated, coalesce(k.denied, 0) as denied, coalesce(k.emergencies, 0) as emergencies,
      coalesce(k.out_of_hours, 0) as "outOfHours"
    from staff s
    left join counted k on k.staff_id = s.id
    where (${name} = '' or s.name ilike '%' || ${escapeLike(name)} || '%') and (${name} <> '' or k.looks > 0)
      and (not ${isTeamOnly}::boolean or s.id in (select my_team()))
    order by coalesce(k.denied + k.unrelated + k.emergencies, 0) desc, s.name, s.id
    limit 100`.execute(tx);
  return rows;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Names for the filter: everyone who has ever worked here. */
export function staffNames(tx: Tx) {
  return tx
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Whether a person is of the reader's own team. */
export async function isInMyTeam(tx: Tx, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ is_in: boolean }>`
    select ${staffId}::uuid in (select my_team()) as is_in`.execute(tx);
  return rows[0]?.is_in ?? false;
}

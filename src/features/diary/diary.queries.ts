import { sql } from 'kysely';
import { rolesThat } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Invited, OrderMeeting } from '../../domain/panels/order-meeting.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

type Named = { readonly id: string; readonly name: string };

/** Whose diaries there are. */
export type Diaries = {
  readonly people: readonly (Named & { readonly teamId: string | null })[];
  readonly teams: readonly Named[];
  /** With those that are closed: what was in them is still read. */
  readonly rooms: readonly Named[];
};

/** People of the service who see children, go to court or sit on panels, their teams, and the rooms. */
export async function diariesOf(tx: Tx, serviceId: string, today: Day): Promise<Diaries> {
  const { rows } = await sql<Diaries>`
    with people as (
      select s.id, s.name, s.team_id from staff s
      where s.service_id = ${serviceId} and s.role = any(${[...rolesThat('diary.view')]}::text[])
        and s.active_from <= ${today}::date and (s.active_to is null or s.active_to >= ${today}::date))
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'teamId', p.team_id) order by p.name, p.id) from people p), '[]') as people,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name, t.id) from team t
        where t.service_id = ${serviceId} and t.id in (select p.team_id from people p)), '[]') as teams,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.name, r.id) from room r
        where r.service_id = ${serviceId}), '[]') as rooms`.execute(tx);
  return rows[0] ?? { people: [], teams: [], rooms: [] };
}

/** One thing that stands in a diary, wherever the record keeps it. */
export type Entry = {
  readonly kind: 'contact' | 'hearing' | 'panel' | 'item' | 'order-item';
  readonly id: string;
  readonly childId: string | null;
  readonly child: string | null;
  readonly day: Day;
  /** By the British clock; null while no time is known. */
  readonly clock: string | null;
  readonly minutes: number | null;
  readonly what: string;
  readonly meeting: OrderMeeting | null;
  readonly place: string;
  /** planned, recorded or cancelled; of a hearing expected, held, adjourned or vacated. */
  readonly state: string;
  /** How a contact turned out, in words. */
  readonly outcome: string | null;
  /** Who of those whose diary it is has it; of a room, whoever books it. */
  readonly who: string;
  /** The same people by id, as far as they are there themselves. */
  readonly there: readonly string[];
  /** Who covers a hearing. */
  readonly cover: string | null;
  /** Who is asked to a panel about a child, beside its members. */
  readonly asked: readonly Invited[];
  /** Whether the reader works with the child. */
  readonly tied: boolean;
};

/** More than a week of a large team; beyond it, one day or one person is asked for. */
export const mostEntries = 400;

/** Whose diary is asked for. */
export type Whose = { readonly people: readonly string[]; readonly room: Named | null };

/** Everything in a diary on some days, in one statement: contacts, hearings, panels, and children on a panel's list. */
export async function entriesOf(
  tx: Tx,
  serviceId: string,
  { people, room }: Whose,
  from: Day,
  to: Day,
): Promise<readonly Entry[]> {
  const ids = sql`${[...people]}::uuid[]`;
  const begins = sql`${from}::timestamp at time zone 'Europe/London'`;
  const ends = sql`(${to}::date + 1)::timestamp at time zone 'Europe/London'`;
  const names = (staff: ReturnType<typeof sql>) =>
    sql`(select string_agg(s.name, ', ' order by s.name) from staff s where s.service_id = ${serviceId} and s.id = any (${ids}) and ${staff})`;
  const works = (child: ReturnType<typeof sql>) =>
    sql`s.id in (select r.staff_id from relationship r where r.service_id = ${serviceId} and r.child_id = ${child}
      and r.kind in ('allocated', 'co-worker') and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now()))`;
  const members = sql`select n.staff_id from panel_attendee n where n.service_id = p.service_id and n.panel_id = p.id and n.staff_id is not null`;
  const { rows } = await sql<Entry>`
    with found as (
      select 'contact' as kind, k.id, k.child_id, coalesce(k.held_at, k.planned_at) as at, null::date as on_day, null::text as on_clock, k.minutes,
        coalesce(t.label, k.type) as what, null::text as meeting,
        concat_ws(', ', nullif(k.place, ''), case when o.name <> k.place then o.name end) as place, k.status as state, a.label as outcome,
        w.name as who, array[w.id] as there, null::text as cover, '{}'::text[] as asked
      from contact k
      join staff w on w.service_id = k.service_id and w.id = k.worker_id
      left join room o on o.service_id = k.service_id and o.id = k.room_id
      left join reference_code t on t.list = 'contact_type' and t.code = k.type
      left join reference_code a on a.list = 'attendance' and a.code = k.attendance
      where k.service_id = ${serviceId} and ${room ? sql`k.room_id = ${room.id}` : sql`k.worker_id = any (${ids})`}
        and coalesce(k.held_at, k.planned_at) >= ${begins} and coalesce(k.held_at, k.planned_at) < ${ends}
      union all
      select 'hearing', h.id, h.child_id, null, h.listed_on, h.listed_at, null, coalesce(k.label, h.kind), null, h.court, h.state, null,
        ${names(sql`(s.id = h.covered_by or ${works(sql`h.child_id`)})`)}, array_remove(array[h.covered_by], null), v.name, '{}'
      from hearing h
      left join reference_code k on k.list = 'hearing_kind' and k.code = h.kind
      left join staff v on v.service_id = h.service_id and v.id = h.covered_by
      where h.service_id = ${serviceId} and h.listed_on between ${from}::date and ${to}::date
      union all
      select 'panel', p.id, null, p.starts_at, null, null, null, p.name, null, p.place, p.status, null,
        ${
          room
            ? sql`case when lower(p.place) = lower(${room.name}) then p.name end`
            : names(sql`s.id in (${members})`)
        }, array(${members}), null, '{}'
      from panel p
      where p.service_id = ${serviceId} and p.starts_at >= ${begins} and p.starts_at < ${ends}
      union all
      select case when i.order_id is null then 'item' else 'order-item' end, i.id, i.child_id, p.starts_at, null, null, null, p.name, i.meeting, p.place, p.status, null,
        ${names(works(sql`i.child_id`))}, '{}', null,
        array(select n.who from panel_invitation n where n.service_id = i.service_id and n.panel_item_id = i.id order by n.who)
      from panel p
      join panel_item i on i.service_id = p.service_id and i.panel_id = p.id and i.state in ('listed', 'ready', 'decided')
      where p.service_id = ${serviceId} and p.starts_at >= ${begins} and p.starts_at < ${ends})
    select f.kind, f.id, f.child_id as "childId", c.forename || ' ' || c.surname as child,
      coalesce(f.on_day, british_day(f.at)) as day, coalesce(f.on_clock, british_clock(f.at)) as clock,
      f.minutes, f.what, f.meeting, f.place, f.state, f.outcome, f.who, f.there, f.cover, f.asked, coalesce(f.child_id in (select m from my_children() m), false) as tied
    from found f left join child c on c.service_id = ${serviceId} and c.id = f.child_id
    where f.who is not null and (f.child_id is null or c.id is not null)
    order by day, clock nulls first, f.who, f.id
    limit ${mostEntries + 1}`.execute(tx);
  return rows;
}

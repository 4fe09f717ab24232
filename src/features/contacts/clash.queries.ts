import { sql } from 'kysely';
import { britishClock, britishDay } from '../../domain/calendar/british-time.ts';
import { weekdayOf } from '../../domain/calendar/day.ts';
import { clashesWith, clashWords, type Taken } from '../../domain/diary/clash.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Contact } from './contact.queries.ts';

/** What a contact still to come clashes with, in words: of the child, its worker and its room, as the record stands now. */
export async function clashesOf(
  { tx, actor, child }: ChildContext,
  contact: Contact,
): Promise<readonly string[]> {
  const { planned_at, worker_id, room_id, id, minutes } = contact;
  if (contact.status !== 'planned' || !planned_at) return [];
  const day = britishDay(planned_at);
  const atLessons = weekdayOf(day) <= 5 && contact.type !== 'school-visit';
  const begins = sql`${day}::timestamp at time zone 'Europe/London'`;
  const ends = sql`(${day}::date + 1)::timestamp at time zone 'Europe/London'`;
  const mine = sql`service_id = ${actor.serviceId} and child_id = ${child.id}`;
  const { rows } = await sql<Taken>`
    select whose, what, clock, minutes, null as name from taken_on(${day}::date, ${worker_id}::uuid, ${room_id}::uuid, ${id}::uuid)
    union all
    select 'child', 'contact', british_clock(planned_at), minutes, null from contact
      where ${mine} and status = 'planned' and id <> ${id}
        and coalesce(held_at, planned_at) >= ${begins} and coalesce(held_at, planned_at) < ${ends}
    union all
    select 'child', 'hearing', listed_at, null, null from hearing where ${mine} and listed_on = ${day}::date and state = 'expected'
    union all
    select 'child', 'panel', british_clock(p.starts_at), null, null from panel p
      where p.service_id = ${actor.serviceId} and p.status = 'planned' and p.starts_at >= ${begins} and p.starts_at < ${ends}
        and exists (select 1 from panel_item i where i.service_id = p.service_id and i.panel_id = p.id and i.child_id = ${child.id}
          and i.order_id is not null and i.state in ('listed', 'ready'))
    union all
    select 'child', 'lessons', '08:45', null, e.provider from education_episode e
      where ${mine} and ${atLessons} and e.provision not in ('none', 'home-educated') and e.valid_from <= ${day}::date
        and (e.valid_to is null or e.valid_to >= ${day}::date)`.execute(tx);
  const clashes = clashesWith({ clock: britishClock(planned_at), minutes }, rows);
  const names = {
    child: child.forename,
    worker: contact.worker_name,
    room: contact.room_name ?? '',
  };
  return [...new Set(clashes.map((each) => clashWords(each, names)))];
}

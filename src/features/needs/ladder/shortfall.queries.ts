import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** A time in which a child's weeks fell short. */
export type Shortfall = {
  readonly id: string;
  readonly version: number;
  readonly began_week: Day;
  readonly opened_on: Day;
  readonly ended_on: Day | null;
  readonly end_reason: string | null;
  readonly end_note: string | null;
  readonly agreed_until: Day | null;
};

/** Who was asked, and what came of it. */
export type Step = {
  readonly id: string;
  readonly version: number;
  readonly shortfall_id: string;
  readonly rung: string;
  readonly asked_on: Day;
  readonly asked_who: string;
  readonly asked_what: string;
  readonly answered_on: Day | null;
  readonly answer: string | null;
  readonly by: string | null;
};

/** Opens a shortfall for each child whose last known week fell short, and ends it for each whose last week did not: one statement. */
export async function settleShortfalls(
  tx: Tx,
  actor: Pick<Actor, 'serviceId'>,
  today: Day,
  childIds: readonly string[],
): Promise<void> {
  if (childIds.length === 0) return;
  await sql`
    with known as materialized (
      select w.child_id, w.week, w.offered_hours < w.expected_hours or w.attended_hours < w.expected_hours as short
      from education_week w
      where w.service_id = ${actor.serviceId}::uuid and w.child_id = any(${[...childIds]}::uuid[]) and w.gives_way_to is null
        and w.expected_hours is not null and w.offered_hours is not null and w.attended_hours is not null
    ), latest as (
      select distinct on (child_id) child_id, week, short from known order by child_id, week desc
    ), opened as (
      insert into education_shortfall (service_id, id, child_id, began_week, opened_on)
      select ${actor.serviceId}::uuid, gen_random_uuid(), l.child_id,
        (select min(k.week) from known k where k.child_id = l.child_id and k.week > coalesce(
          (select max(m.week) from known m where m.child_id = l.child_id and not m.short), '-infinity')), ${today}::date
      from latest l
      where l.short and not exists (
        select 1 from education_shortfall a where a.service_id = ${actor.serviceId}::uuid and a.child_id = l.child_id and a.end_reason = 'agreed' and a.agreed_until >= l.week)
      on conflict (service_id, child_id) where ended_on is null do nothing
    )
    update education_shortfall s set ended_on = greatest(${today}::date, s.opened_on), end_reason = 'restored'
    from latest l
    where s.service_id = ${actor.serviceId}::uuid and s.child_id = l.child_id and s.ended_on is null and not l.short`.execute(
    tx,
  );
}

/** The times in which a child's weeks fell short, newest first. */
export async function shortfallsOf(tx: Tx, childId: string): Promise<readonly Shortfall[]> {
  const { rows } = await sql<Shortfall>`
    select id, version, began_week, opened_on, ended_on, end_reason, end_note, agreed_until
    from education_shortfall where child_id = ${childId}::uuid
    order by ended_on is null desc, opened_on desc, id desc`.execute(tx);
  return rows;
}

/** Who was asked about a child's education, in the order of asking. */
export async function stepsOf(tx: Tx, childId: string): Promise<readonly Step[]> {
  const { rows } = await sql<Step>`
    select t.id, t.version, t.shortfall_id, t.rung, t.asked_on, t.asked_who, t.asked_what, t.answered_on, t.answer, s.name as by
    from education_step t
    left join staff s on s.service_id = t.service_id and s.id = t.created_by
    where t.child_id = ${childId}::uuid order by t.asked_on, t.created_at`.execute(tx);
  return rows;
}

export type BoardSeat = {
  readonly id: string;
  readonly version: number;
  readonly holder: string | null;
  readonly vacant_since: Day | null;
};

/** Who holds the board's education seat. */
export async function boardSeat(tx: Tx): Promise<BoardSeat | undefined> {
  const { rows } = await sql<BoardSeat>`
    select id, version, holder, vacant_since from board_seat where seat = 'education'`.execute(tx);
  return rows[0];
}

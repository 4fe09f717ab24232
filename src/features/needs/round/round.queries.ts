import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Week } from '../weeks.queries.ts';

/** A child of the round: what is kept of this week, and of the last one before it. */
export type RoundChild = {
  readonly id: string;
  readonly forename: string;
  readonly surname: string;
  readonly number: string;
  readonly date_of_birth: Day;
  readonly now: Week | null;
  readonly before: Week | null;
};

type Asked = {
  readonly week: Day;
  /** Born from the first day to the second: of age in that week. */
  readonly born: readonly [Day, Day];
  readonly limit: number;
  readonly offset: number;
};

// Hours as the text that they are elsewhere, and not as the numbers that they would be in JSON.
const weekAsKept = sql`w.id, w.version, w.week, w.expected_hours::text, w.offered_hours::text, w.attended_hours::text, w.barrier, w.next_action, w.note, w.source`;

/** The children of age whom this person works with, by name. */
export async function roundOf(
  tx: Tx,
  { week, born, limit, offset }: Asked,
): Promise<readonly RoundChild[]> {
  const { rows } = await sql<RoundChild>`
    with theirs as materialized (
      select c.service_id, c.id, c.forename, c.surname, c.number, c.date_of_birth from child c
      where c.id = any (array(select m from my_children() m)) and c.merged_into is null
        and c.date_of_birth between ${born[0]}::date and ${born[1]}::date
      order by c.surname, c.forename, c.id limit ${limit} offset ${offset}
    )
    select t.id, t.forename, t.surname, t.number, t.date_of_birth, to_jsonb(n) as now, to_jsonb(b) as before
    from theirs t
    left join lateral (
      select ${weekAsKept}
      from education_week w
      where w.service_id = t.service_id and w.child_id = t.id and w.week = ${week}::date and w.gives_way_to is null) n on true
    left join lateral (
      select ${weekAsKept}
      from education_week w
      where w.service_id = t.service_id and w.child_id = t.id and w.week < ${week}::date and w.gives_way_to is null
      order by w.week desc limit 1) b on true
    order by t.surname, t.forename, t.id`.execute(tx);
  return rows;
}

import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { Hearing } from './hearings.queries.ts';

export type ListedHearing = Pick<
  Hearing,
  'id' | 'listed_on' | 'listed_at' | 'court' | 'purpose' | 'covered_by' | 'cover' | 'state'
> & {
  readonly child_id: string;
  readonly forename: string;
  readonly surname: string;
  readonly number: string;
  readonly date_of_birth: Day | null;
  readonly kind_label: string;
  /** The child's worker. */
  readonly worker: string | null;
  readonly about: string | null;
};

type Asked = {
  readonly day: Day;
  readonly court: string | null;
  /** Covered by this person, or by nobody; null: by anybody or nobody. */
  readonly cover: { readonly by: string | null } | null;
  readonly limit: number;
  readonly offset: number;
};

/** Who is before a court on a day, by court and time. */
export async function hearingsOn(
  tx: Tx,
  { day, court, cover, limit, offset }: Asked,
): Promise<readonly ListedHearing[]> {
  const { rows } = await sql<ListedHearing>`
    select h.id, h.listed_on, h.listed_at, h.court, h.purpose, h.covered_by, h.state, h.child_id, c.forename, c.surname, c.number, c.date_of_birth,
      coalesce(k.label, h.kind) as kind_label, s.name as cover, a.name as worker,
      (select string_agg(g.wording, '; ' order by g.charged_on, g.id) from charge g
        where g.service_id = h.service_id and g.child_id = h.child_id and g.id = any (h.charge_ids)) as about
    from hearing h
    join child c on c.service_id = h.service_id and c.id = h.child_id
    left join reference_code k on k.list = 'hearing_kind' and k.code = h.kind
    left join staff s on s.service_id = h.service_id and s.id = h.covered_by
    left join relationship w on w.service_id = h.service_id and w.child_id = h.child_id and w.kind = 'allocated' and w.ends_at is null
    left join staff a on a.service_id = w.service_id and a.id = w.staff_id
    where h.listed_on = ${day}::date and (${court}::text is null or h.court = ${court})
      and (${cover === null} or h.covered_by is not distinct from ${cover?.by ?? null}::uuid)
    order by h.court, h.listed_at nulls last, c.surname, c.forename, h.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** The courts of a day, to choose one. */
export async function courtsOn(tx: Tx, day: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ court: string }>`
    select distinct court from hearing where listed_on = ${day}::date order by court`.execute(tx);
  return rows.map(({ court }) => court);
}

/** Takes cover of a hearing that nobody covers; whether it was taken. */
export async function takeCover(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select take_cover(${id}::uuid) as taken`.execute(
    tx,
  );
  return rows[0]?.taken ?? false;
}

/** The child and day of a hearing that this person sees. */
export const hearingSeen = (tx: Tx, id: string) =>
  tx
    .selectFrom('hearing')
    .select(['child_id', 'listed_on'])
    .where('id', '=', id)
    .executeTakeFirst();

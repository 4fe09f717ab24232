import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** One thing that happened. */
export type Happening = {
  readonly kind: string;
  readonly id: string;
  readonly at: Date;
  readonly has_time: boolean;
  readonly title: string;
  readonly detail: string;
  readonly who: string | null;
  readonly link_kind: string;
};

/** A kind of thing that happens, and what people call it. */
export type HappeningKind = { readonly kind: string; readonly words: string };
export type ChronologyFilter = {
  readonly kinds: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly page: number;
  readonly size: number;
};

/** The kinds that a timeline may be of, by their words. */
export const happeningKinds = (tx: Tx): Promise<HappeningKind[]> =>
  tx
    .selectFrom('happening_kind')
    .select(['kind', 'words'])
    .orderBy('words')
    .$narrowType<HappeningKind>()
    .execute();

/** One page of the timeline, newest first, and one row more when there is a further page. */
export async function chronology(
  tx: Tx,
  serviceId: string,
  childId: string,
  { kinds, from, to, page, size }: ChronologyFilter,
): Promise<Happening[]> {
  const enough = page * size + 1;
  const { rows } = await sql<Happening>`
    select e.kind, e.id, e.at, e.has_time, e.title, e.detail, e.link_kind, s.name as who
    from happenings(${serviceId}, ${childId}, ${kinds}::text[], ${from}::date, ${to}::date, ${enough}) e
    left join staff s on s.service_id = ${serviceId} and s.id = e.by_id
    order by e.at desc, e.kind, e.id
    limit ${size + 1} offset ${(page - 1) * size}`.execute(tx);
  return rows;
}

import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type ChronologySource, chronologySources } from './chronology-sources.ts';

/** One thing that happened. */
export type Happening = {
  readonly kind: string;
  readonly id: string;
  readonly at: Date;
  readonly has_time: boolean;
  readonly title: string;
  readonly detail: string;
  readonly who: string | null;
};
export type ChronologyFilter = {
  readonly kinds: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly page: number;
  readonly size: number;
};

/**
 * One page of the timeline, newest first, and one row more when there is a further page. Each kind gives only as many
 * rows as could be on the page, by its index, so that thousands of contacts cost no more than fifty.
 */
export async function chronology(
  tx: Tx,
  serviceId: string,
  childId: string,
  filter: ChronologyFilter,
): Promise<Happening[]> {
  const enough = filter.page * filter.size + 1;
  const parts = chronologySources
    .filter(({ kind }) => filter.kinds.length === 0 || filter.kinds.includes(kind))
    .map((source) => rowsOf(source, serviceId, childId, filter, enough));
  if (parts.length === 0) return [];
  const { rows } = await sql<Happening>`
    select e.kind, e.id, e.at, e.has_time, e.title, e.detail, s.name as who
    from (${sql.join(parts, sql` union all `)}) e
    left join staff s on s.service_id = ${serviceId} and s.id = e.by_id
    order by e.at desc, e.kind, e.id
    limit ${filter.size + 1} offset ${(filter.page - 1) * filter.size}`.execute(tx);
  return rows;
}

function rowsOf(
  source: ChronologySource,
  serviceId: string,
  childId: string,
  { from, to }: ChronologyFilter,
  enough: number,
) {
  const when = source.moment ?? source.day ?? sql`null::date`;
  const at = source.moment ?? sql`(${when}::timestamp at time zone 'Europe/London')`;
  const start = source.moment
    ? sql`(${from}::timestamp at time zone 'Europe/London')`
    : sql`${from}::date`;
  const end = source.moment
    ? sql`((${to}::date + 1)::timestamp at time zone 'Europe/London')`
    : sql`${to}::date + 1`;
  return sql`(
    select ${source.kind}::text as kind, x.id, ${at} as at, ${source.moment !== undefined}::boolean as has_time,
      ${source.title} as title, ${source.detail} as detail, ${source.by} as by_id
    from ${source.from}
    where x.service_id = ${serviceId} and x.child_id = ${childId} and ${when} is not null and ${source.where ?? sql`true`}
      ${from ? sql`and ${when} >= ${start}` : sql``} ${to ? sql`and ${when} < ${end}` : sql``}
    order by ${when} desc
    limit ${enough})`;
}

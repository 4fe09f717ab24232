import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Whose = 'mine' | 'team' | 'service';
export type ChildGaps = {
  readonly id: string;
  readonly forename: string;
  readonly surname: string;
  readonly number: string;
  readonly worker: string | null;
  readonly gaps: { readonly gap: string; readonly state: string }[];
};

type Asked = {
  readonly whose: Whose;
  readonly gap: string | null;
  readonly limit: number;
  readonly offset: number;
};

/** Children whose records lack something, by surname. */
export async function childrenWithGaps(
  tx: Tx,
  actor: Actor,
  { whose, gap, limit, offset }: Asked,
): Promise<ChildGaps[]> {
  const { rows } = await sql<ChildGaps>`
    with kids as (
      select distinct on (c.surname, c.forename, c.id) c.service_id, c.id, c.forename, c.surname, c.number, s.name as worker
      from child c
      left join relationship r on r.service_id = c.service_id and r.child_id = c.id and r.kind in ('allocated', 'duty') and r.ends_at is null
      left join staff s on s.service_id = r.service_id and s.id = r.staff_id
      where c.service_id = ${actor.serviceId} and c.merged_into is null
        and case ${whose}::text when 'mine' then r.staff_id = ${actor.staffId} when 'team' then s.team_id = ${actor.teamId}::uuid else true end
      order by c.surname, c.forename, c.id, r.kind
    )
    select k.id, k.forename, k.surname, k.number, k.worker, g.gaps
    from kids k
    cross join lateral (
      select json_agg(json_build_object('gap', g.gap, 'state', g.state) order by g.gap) as gaps
      from record_gap g
      where g.service_id = k.service_id and g.child_id = k.id and (${gap}::text is null or g.gap = ${gap}::text)
    ) g
    where g.gaps is not null
    order by k.surname, k.forename, k.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

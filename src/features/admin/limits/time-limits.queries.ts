import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type TimeLimit = {
  readonly id: string;
  readonly area: string;
  readonly step: string;
  readonly clockStarts: string;
  readonly number: number;
  readonly unit: string;
  readonly standing: string;
  readonly source: string;
  readonly confidence: string;
  readonly ownNumber: number | null;
  readonly ownUnit: string | null;
  readonly ownReason: string | null;
  readonly ownVersion: number | null;
  readonly ownAt: Date | null;
  readonly ownBy: string | null;
};

/** Every time limit in force, with the service's own figure where it has one; or one of them. */
export async function timeLimits(
  tx: Tx,
  { id, today }: { readonly id: string | null; readonly today: Day },
): Promise<TimeLimit[]> {
  const { rows } = await sql<TimeLimit>`
    select l.id, l.area, l.step, l.clock_starts as "clockStarts", l.number, l.unit, l.standing, l.source, l.confidence,
      o.number as "ownNumber", o.unit as "ownUnit", o.reason as "ownReason", o.version as "ownVersion", o.created_at as "ownAt", s.name as "ownBy"
    from time_limit l
    left join time_limit_override o on o.time_limit_id = l.id
    left join staff s on s.service_id = o.service_id and s.id = o.created_by
    where (${id}::text is null or l.id = ${id}) and (l.valid_to is null or l.valid_to >= ${today}::date)
    order by l.area, l.step, l.id`.execute(tx);
  return rows;
}

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
  /** False while it is below its floor and waits for somebody else to agree; null where there is none. */
  readonly ownStands: boolean | null;
  readonly ownSetBy: string | null;
  readonly agreedBy: string | null;
  readonly agreedAt: Date | null;
  /** Below which a second person agrees: "72 months"; null where there is no floor. */
  readonly floor: string | null;
};

/** Every time limit in force, with the service's own figure where it has one; or one of them. */
export async function timeLimits(
  tx: Tx,
  { id, today }: { readonly id: string | null; readonly today: Day },
): Promise<TimeLimit[]> {
  const { rows } = await sql<TimeLimit>`
    select l.id, l.area, l.step, l.clock_starts as "clockStarts", l.number, l.unit, l.standing, l.source, l.confidence,
      o.number as "ownNumber", o.unit as "ownUnit", o.reason as "ownReason", o.version as "ownVersion", o.created_at as "ownAt", s.name as "ownBy",
      o.stands as "ownStands", o.set_by as "ownSetBy", a.name as "agreedBy", o.agreed_at as "agreedAt",
      f.attributes ->> 'number' || ' ' || (f.attributes ->> 'unit') as floor
    from time_limit l
    left join time_limit_override o on o.time_limit_id = l.id
    left join staff s on s.service_id = o.service_id and s.id = coalesce(o.set_by, o.created_by)
    left join staff a on a.service_id = o.service_id and a.id = o.agreed_by
    left join reference_code f on f.list = 'time_limit_floor' and f.code = l.id
    where (${id}::text is null or l.id = ${id}) and (l.valid_to is null or l.valid_to >= ${today}::date)
    order by l.area, l.step, l.id`.execute(tx);
  return rows;
}

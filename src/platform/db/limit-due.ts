import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from './as-actor.ts';

/** The last day of a time limit that begins on a day, by the service's own figure where it has one; null where it has no such limit. */
export async function limitDue(
  tx: Tx,
  serviceId: string,
  limit: string,
  from: Day,
): Promise<Day | null> {
  const { rows } = await sql<{ due: Day | null }>`
    select limit_due(${serviceId}::uuid, ${limit}, ${from}::date) as due`.execute(tx);
  return rows[0]?.due ?? null;
}

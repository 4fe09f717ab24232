import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { MeasureRow } from '../../domain/measures/figure-of-rows.ts';
import type { Definition } from '../../domain/measures/measures.data.ts';
import type { Database } from '../db/connect.ts';

/** The days of a figure, both included, and by which definition it is counted. */
export type Period = { readonly from: Day; readonly to: Day; readonly definition: Definition };

/** Every row that a measure looked at, in the order of their units. */
export async function measureRows(
  { owner }: Database,
  id: string,
  { from, to, definition }: Period,
): Promise<readonly MeasureRow[]> {
  const measured = sql.id(`measure_${id.replaceAll('-', '_')}`);
  const { rows } = await sql<MeasureRow>`
    select * from ${measured}(${from}::date, ${to}::date, ${definition}) order by unit collate "C"`.execute(
    owner,
  );
  return rows;
}

/** Residents aged 10 to 17 by which the rates of a period are divided; null where none are recorded. */
export async function populationBefore({ owner }: Database, from: Day): Promise<number | null> {
  const { rows } = await sql<{ population: number | null }>`
    select population_before(${from}::date) as population`.execute(owner);
  return rows[0]?.population ?? null;
}

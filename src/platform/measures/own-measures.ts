import { sql } from 'kysely';
import type { MeasureRow } from '../../domain/measures/figure-of-rows.ts';
import type { Tx } from '../db/as-actor.ts';
import type { Period } from './measure-rows.ts';
import type { LeftOut } from './record-bundle.ts';

/** The rows of measures of a service for one period, and the residents by whom its rates are divided; null where none are recorded. */
export type OwnMeasures = {
  readonly rows: ReadonlyMap<string, readonly MeasureRow[]>;
  readonly population: number | null;
};

/** Every row that the measures looked at in the record, children whose record the reader may not open among them. */
export async function ownMeasures(
  tx: Tx,
  ids: readonly string[],
  { from, to, definition }: Period,
): Promise<OwnMeasures> {
  const { rows } = await sql<MeasureRow & { id: string }>`
    select * from measures.own_measures(${ids}::text[], ${from}::date, ${to}::date, ${definition}) order by unit collate "C"`.execute(
    tx,
  );
  const found = await sql<{ population: string | number | null }>`
    select measures.own_population(${from}::date) as population`.execute(tx);
  const population = found.rows[0]?.population ?? null;
  const byId = Map.groupBy(rows, ({ id }) => id);
  return {
    rows: new Map(ids.map((id) => [id, byId.get(id) ?? []])),
    population: population === null ? null : Number(population),
  };
}

/** What the record has and no measure can count, and of how many rows. */
export async function ownLeftOut(tx: Tx): Promise<readonly LeftOut[]> {
  return (await sql<LeftOut>`select * from measures.own_left_out()`.execute(tx)).rows;
}

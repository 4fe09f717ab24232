import { sql } from 'kysely';
import { doubtfulVintages } from '../../../domain/statistics/doubtful-periods.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Measure } from '../choices.queries.ts';

/** A published measure beside one of its sources, with what is held from there; a measure of two sources has two rows. */
export type MeasureSource = Measure & {
  readonly carrier: string;
  readonly carrier_version: string;
  readonly vintages: readonly string[];
  readonly first_day: string;
  readonly last_day: string;
  readonly figures: number;
};

/** What is known of a published measure, source by source. */
export async function measureSources(tx: Tx, id: string): Promise<readonly MeasureSource[]> {
  const { rows } = await sql<MeasureSource>`
    select m.id, m.title, m.unit, m.per, m.places, m.numerator, m.denominator, m.definition_version, m.status, m.note,
      s.title as source, s.publisher, s.licence, s.attribution, s.carrier, s.carrier_version, s.vintage_means,
      array_agg(distinct f.vintage) as vintages, min(f.ends_on) as first_day, max(f.ends_on) as last_day, count(*)::int as figures
    from published_measure m
    join published_figure f on f.measure_id = m.id
    join published_source s on s.id = f.source_id
    where m.id = ${id}
    group by m.id, s.id order by s.id`.execute(tx);
  return rows;
}

/** How many figures of a measure have more than one value among the vintages that can be compared. */
export async function restatedFigures(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from published_figure where measure_id = ${id} and vintage <> all (${doubtfulVintages(id)}::text[])
      group by area_code, period, ethnicity, sex, age, kind having count(distinct value) > 1) restated`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

type MeasureTitle = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly definition_version: string;
};

/** Every published measure that has figures, in the order of the list. */
export async function measureTitles(tx: Tx): Promise<readonly MeasureTitle[]> {
  return tx
    .selectFrom('published_measure as m')
    .select(['m.id', 'm.title', 'm.unit', 'm.definition_version'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('published_figure as f')
          .select('f.measure_id')
          .whereRef('f.measure_id', '=', 'm.id'),
      ),
    )
    .orderBy('m.sort')
    .execute();
}

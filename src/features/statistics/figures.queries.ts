import { sql } from 'kysely';
import { doubtfulVintages } from '../../domain/statistics/doubtful-periods.data.ts';
import type { PublishedFigure } from '../../domain/statistics/figure-cell.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** Which group of children a series is about; what is left out is all of them. */
export type Group = {
  readonly ethnicity?: string;
  readonly sex?: string;
  readonly age?: string;
  readonly kind?: string;
};

/** A measure over time, in its newest vintage whose periods are sure, for some areas or (null) for all that have it. */
export async function newestFigures(
  tx: Tx,
  measureId: string,
  areas: readonly string[] | null,
  { ethnicity = 'all', sex = 'all', age = 'all', kind = 'all' }: Group = {},
): Promise<readonly PublishedFigure[]> {
  const { rows } = await sql<PublishedFigure>`
    select distinct on (ends_on, period, area_code)
      area_code, period, ends_on, vintage, value::text, numerator::text, denominator::text, mark
    from published_figure
    where measure_id = ${measureId} and ethnicity = ${ethnicity} and sex = ${sex} and age = ${age} and kind = ${kind}
      and vintage <> all (${doubtfulVintages(measureId)}::text[])
      ${areas ? sql`and area_code = any (${areas as string[]}::text[])` : sql``}
    order by ends_on, period, area_code, vintage desc`.execute(tx);
  return rows;
}

/** Every vintage of a measure for one area, oldest first: what was restated, and when. */
export async function allVintages(
  tx: Tx,
  measureId: string,
  areaCode: string,
): Promise<readonly PublishedFigure[]> {
  return tx
    .selectFrom('published_figure')
    .select(['area_code', 'period', 'ends_on', 'vintage', 'mark'])
    .select([
      sql<string | null>`value::text`.as('value'),
      sql<string | null>`numerator::text`.as('numerator'),
      sql<string | null>`denominator::text`.as('denominator'),
    ])
    .where('measure_id', '=', measureId)
    .where('area_code', '=', areaCode)
    .where('ethnicity', '=', 'all')
    .where('sex', '=', 'all')
    .where('age', '=', 'all')
    .where('kind', '=', 'all')
    .orderBy('ends_on')
    .orderBy('period')
    .orderBy('vintage')
    .execute();
}

import { sql } from 'kysely';
import type { Area } from '../../domain/statistics/benchmark.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Measure = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly per: number | null;
  readonly places: number;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly definition_version: string;
  readonly status: string;
  readonly note: string;
  readonly publisher: string;
  readonly source: string;
  readonly licence: string;
  readonly attribution: string;
  readonly vintage_means: string;
};

/** Measures that are published for local authorities as a whole, each with its source, in the order of the list. */
export async function benchmarkMeasures(tx: Tx): Promise<readonly Measure[]> {
  const { rows } = await sql<Measure>`
    select m.id, m.title, m.unit, m.per, m.places, m.numerator, m.denominator, m.definition_version, m.status, m.note,
      s.publisher, s.title as source, s.licence, s.attribution, s.vintage_means
    from published_measure m
    cross join lateral (
      select f.source_id from published_figure f
      join published_area a on a.code = f.area_code and a.type = 'local authority'
      where f.measure_id = m.id and f.ethnicity = 'all' and f.sex = 'all' and f.age = 'all' and f.kind = 'all' limit 1) f
    join published_source s on s.id = f.source_id
    where m.per is not null
    order by m.sort`.execute(tx);
  return rows;
}

/** Every area, local authorities by name. */
export async function allAreas(tx: Tx): Promise<readonly Area[]> {
  return tx
    .selectFrom('published_area')
    .select(['code', 'name', 'type', 'lies_in'])
    .orderBy('name')
    .execute();
}

/** A list of areas to be compared with: a national list of neighbours or the service's own family. */
export type Comparators = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
};

/** What an area can be compared with: its statistical neighbours, newest list first, then the service's own families. */
export async function comparatorsOf(tx: Tx, areaCode: string): Promise<readonly Comparators[]> {
  const { rows } = await sql<Comparators>`
    select 'neighbours-' || list_year as id, 'its statistical neighbours, list of ' || list_year as name,
      array_agg(neighbour_code order by rank) as members, 0 as part, -list_year as sort
    from area_neighbour where area_code = ${areaCode} group by list_year
    union all
    select id::text, name, members, 1, 0 from area_family
    order by part, sort, name`.execute(tx);
  return rows.map(({ id, name, members }) => ({ id, name, members }));
}

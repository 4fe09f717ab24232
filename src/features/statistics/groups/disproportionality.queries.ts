import { sql } from 'kysely';
import {
  type DecisionPointId,
  decisionPoints,
} from '../../../domain/statistics/decision-points.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** Counts of one group in one year; null and not withheld is not in the data. */
export type CountRow = {
  readonly by: 'ethnicity' | 'sex' | 'all';
  readonly group: string;
  readonly period: string;
  readonly events: number | null;
  readonly events_withheld: boolean;
  readonly among: number | null;
  readonly among_withheld: boolean;
};

/** Where the figures come from, as a download has to say it. */
export type SourceRow = {
  readonly measure_id: string;
  readonly definition_version: string;
  readonly area_code: string;
  readonly area: string;
  readonly kinds: readonly string[];
  readonly source: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  readonly vintage: string;
  readonly vintage_means: string;
};

/** Areas and measures with figures by ethnicity or sex, each with its source and newest vintage. */
export async function groupedData(tx: Tx): Promise<readonly SourceRow[]> {
  const measures = [
    ...new Set(Object.values(decisionPoints).map(({ measure }) => measure)),
    'population-census-2021',
  ];
  const { rows } = await sql<SourceRow>`
    select f.measure_id, m.definition_version, f.area_code, a.name as area, array_agg(distinct f.kind) as kinds, max(f.vintage) as vintage,
      s.title as source, s.publisher, s.licence, s.attribution, s.vintage_means
    from published_figure f
    join published_measure m on m.id = f.measure_id
    join published_area a on a.code = f.area_code
    join published_source s on s.id = f.source_id
    where f.measure_id = any (${measures}::text[]) and (f.ethnicity <> 'all' or f.sex <> 'all')
    group by f.measure_id, m.definition_version, f.area_code, a.name, a.type, s.id
    order by case a.type when 'country' then 0 when 'region' then 1 else 2 end, a.name, f.measure_id`.execute(
    tx,
  );
  return rows;
}

const newest = (areaCode: string, measures: readonly string[]) => sql`
    with newest as (
      select distinct on (measure_id, period, ethnicity, sex, age, kind)
        measure_id, period, ethnicity, sex, age, kind, value, numerator, denominator,
        case when ethnicity <> 'all' then 'ethnicity' when sex <> 'all' then 'sex' else 'all' end as by,
        case when ethnicity <> 'all' then ethnicity else sex end as "group"
      from published_figure
      where area_code = ${areaCode} and measure_id = any (${measures}::text[])
      order by measure_id, period, ethnicity, sex, age, kind, vintage desc)`;

/** The counts of a decision point in one area, by group and year, from the newest vintage of each. */
export async function groupCounts(
  tx: Tx,
  point: DecisionPointId,
  areaCode: string,
): Promise<readonly CountRow[]> {
  const { measure, title } = decisionPoints[point];
  if (measure === 'remand-outcomes') return remandCounts(tx, areaCode);
  if (measure === 'children-cautioned-or-sentenced') return cautionedCounts(tx, areaCode);
  const { rows } = await sql<CountRow>`${newest(areaCode, [measure])}
    select by, "group", period, numerator::int as events, false as events_withheld,
      denominator::int as among, false as among_withheld
    from newest
    where kind = ${title} and by = 'ethnicity' and position(' to ' in period) = 0
    order by period, "group"`.execute(tx);
  return rows;
}

async function remandCounts(tx: Tx, areaCode: string): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`${newest(areaCode, ['remand-outcomes'])}
    select by, "group", period,
      (sum(value) filter (where kind = 'Remand to youth detention accommodation'))::int as events,
      coalesce(bool_or(value is null) filter (where kind = 'Remand to youth detention accommodation'), false) as events_withheld,
      case when bool_or(value is null) then null else sum(value)::int end as among,
      bool_or(value is null) as among_withheld
    from newest
    where age = 'all'
    group by by, "group", period
    order by period, "group"`.execute(tx);
  return rows;
}

async function cautionedCounts(tx: Tx, areaCode: string): Promise<readonly CountRow[]> {
  const measures = ['children-cautioned-or-sentenced', 'population', 'relative-rate-index'];
  const { rows } = await sql<CountRow>`${newest(areaCode, measures)},
    residents as (
      select 'sex' as by, sex as "group", left(period, 4) as year, sum(value)::int as among
      from newest where measure_id = 'population' and sex <> 'all' group by sex, left(period, 4)
      union all
      select 'ethnicity', ethnicity, null, max(denominator)::int
      from newest where measure_id = 'relative-rate-index' and kind = 'Arrest' group by ethnicity)
    select f.by, f."group", f.period, f.value::int as events, f.value is null as events_withheld,
      r.among, false as among_withheld
    from newest f
    left join residents r on r.by = f.by and r."group" = f."group" and coalesce(r.year, left(f.period, 4)) = left(f.period, 4)
    where f.measure_id = 'children-cautioned-or-sentenced' and f.by <> 'all' and f.age = 'all' and f.kind = 'all'
    order by f.period, f."group"`.execute(tx);
  return rows;
}

export type ResidentRow = {
  readonly ethnicity: string;
  readonly sex: string;
  readonly residents: number;
};

/** Residents aged 10 to 17 of an area on census day 2021, by ethnic group and sex. */
export async function censusResidents(tx: Tx, areaCode: string): Promise<readonly ResidentRow[]> {
  const { rows } = await sql<ResidentRow>`${newest(areaCode, ['population-census-2021'])}
    select ethnicity, sex, sum(value)::int as residents from newest
    where ethnicity <> 'all' and sex <> 'all'
    group by ethnicity, sex order by ethnicity, sex`.execute(tx);
  return rows;
}

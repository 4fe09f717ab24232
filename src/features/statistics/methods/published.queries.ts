import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** One published figure, as it was published: of whom, in which vintage, by whom. */
export type PublishedRow = {
  readonly area: string;
  readonly period: string;
  readonly ethnicity: string;
  readonly sex: string;
  readonly age: string;
  readonly kind: string;
  readonly vintage: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly mark: string | null;
  readonly source: string;
};

type Asked = {
  readonly measure: string;
  readonly area: string | null;
  readonly kind: string | null;
  readonly limit: number;
  readonly offset: number;
};

/** All figures of a measure that are held, the newest first: every area, group, kind and vintage. */
export async function publishedFigures(tx: Tx, asked: Asked): Promise<readonly PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select a.name as area, f.period, f.ethnicity, f.sex, f.age, f.kind, f.vintage, f.value::text, f.numerator::text,
      f.denominator::text, f.mark, s.title as source
    from published_figure f
    join published_area a on a.code = f.area_code
    join published_source s on s.id = f.source_id
    where f.measure_id = ${asked.measure} and (${asked.area}::text is null or f.area_code = ${asked.area})
      and (${asked.kind}::text is null or f.kind = ${asked.kind})
    order by f.ends_on desc, f.period desc, a.name, f.kind, f.ethnicity, f.sex, f.age, f.vintage desc
    limit ${asked.limit} offset ${asked.offset}`.execute(tx);
  return rows;
}

type Choices = {
  readonly title: string;
  readonly unit: string;
  readonly version: string;
} & Readonly<
  Record<'areas' | 'kinds', readonly { readonly value: string; readonly text: string }[]>
>;

/** What a measure is called, and the areas and kinds of which figures are held; undefined where there are none. */
export async function publishedChoices(tx: Tx, measure: string): Promise<Choices | undefined> {
  const { rows } = await sql<Choices>`
    select m.title, m.unit, m.definition_version as version,
      (select json_agg(json_build_object('value', a.code, 'text', a.name) order by a.name) from published_area a
        where exists (select from published_figure f where f.measure_id = m.id and f.area_code = a.code)) as areas,
      (select json_agg(json_build_object('value', k.kind, 'text', k.kind) order by k.kind)
        from (select distinct f.kind from published_figure f where f.measure_id = m.id) k) as kinds
    from published_measure m
    where m.id = ${measure} and exists (select from published_figure f where f.measure_id = m.id)`.execute(
    tx,
  );
  return rows[0];
}

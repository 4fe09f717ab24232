import { sql } from 'kysely';
import type { SourceRow } from '../../domain/referrals/map-columns.ts';
import {
  type Comparison,
  compareVintages,
  type HeldFigure,
} from '../../domain/statistics/compare-vintages.ts';
import { areaKey } from '../../domain/statistics/find-area.ts';
import { judgeFigures, type Known } from '../../domain/statistics/judge-figures.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { addFigures } from '../../platform/db/load-statistics.ts';

/** What a file holds, figure by figure, or every reason why it cannot be taken. */
export type FigureImport =
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | {
      readonly kind: 'judged';
      readonly comparisons: readonly Comparison[];
      readonly names: {
        readonly measures: ReadonlyMap<string, string>;
        readonly areas: ReadonlyMap<string, string>;
      };
    };

/** Lays a file of published figures beside what is held. Changes nothing. */
export async function judgeFigureFile(tx: Tx, rows: readonly SourceRow[]): Promise<FigureImport> {
  const { known, names } = await readKnown(tx);
  const { figures, problems } = judgeFigures(rows, known);
  if (problems.length > 0) return { kind: 'refused', problems };
  const held = await heldFigures(
    tx,
    figures.map(({ figure }) => figure.measure_id),
  );
  const compared = compareVintages(figures, held);
  if (compared.problems.length > 0) return { kind: 'refused', problems: compared.problems };
  return { kind: 'judged', comparisons: compared.comparisons, names };
}

/** Adds the figures that are not held yet; those that are stay as they are. */
export async function addJudgedFigures(tx: Tx, comparisons: readonly Comparison[]): Promise<void> {
  const fresh = comparisons.filter(({ verdict }) => verdict !== 'same');
  if (fresh.length > 0)
    await addFigures(
      tx,
      fresh.map(({ figure }) => figure),
    );
}

async function readKnown(tx: Tx) {
  const measures = await tx
    .selectFrom('published_measure')
    .select(['id', 'title', 'unit', 'per'])
    .orderBy('sort')
    .execute();
  const sources = await tx.selectFrom('published_source').select('id').orderBy('id').execute();
  const areas = await tx
    .selectFrom('published_area')
    .select(['code', 'gss_code', 'name'])
    .execute();
  const known: Known = {
    measures: new Map(
      measures.map(({ id, unit, per }) => [id, { unit, per: per === null ? null : String(per) }]),
    ),
    sources: new Set(sources.map(({ id }) => id)),
    areas: new Map(
      areas.flatMap(({ code, gss_code, name }) =>
        [name, gss_code ?? code, code].map((word): [string, string] => [areaKey(word), code]),
      ),
    ),
  };
  const names = {
    measures: new Map(measures.map(({ id, title }) => [id, title])),
    areas: new Map(areas.map(({ code, name }) => [code, name])),
  };
  return { known, names };
}

async function heldFigures(tx: Tx, measures: readonly string[]): Promise<readonly HeldFigure[]> {
  const { rows } = await sql<HeldFigure>`
    select measure_id, area_code, period, ethnicity, sex, age, kind, vintage, coalesce(value::text, '') as value,
      coalesce(numerator::text, '') as numerator, coalesce(denominator::text, '') as denominator, coalesce(mark, '') as mark
    from published_figure where measure_id = any (${[...new Set(measures)]}::text[])`.execute(tx);
  return rows;
}

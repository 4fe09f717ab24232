import { type Comparison, shown } from '../domain/statistics/compare-vintages.ts';
import { GROUP_COLUMNS } from '../domain/statistics/figure-columns.data.ts';
import { periodWords, vintageWords } from '../domain/statistics/period.ts';
import type { FigureImport } from '../features/statistics/import-figures.ts';

type Judged = Extract<FigureImport, { kind: 'judged' }>;
const verdicts = ['new', 'restated', 'unchanged', 'earlier', 'same'] as const;

/** What an import of statistics did, or would do. */
export function statisticsReport({ comparisons, names }: Judged, loaded: boolean) {
  const line = ({ figure, before }: Comparison) => ({
    measure: names.measures.get(figure.measure_id) ?? figure.measure_id,
    area: names.areas.get(figure.area_code) ?? figure.area_code,
    period: figure.period,
    group: GROUP_COLUMNS.map((column) => figure[column])
      .filter((group) => group !== 'all')
      .join(', '),
    before: before && shown(before),
    after: shown(figure),
    beforeVintage: before?.vintage ?? null,
    vintage: figure.vintage,
  });
  const of = (wanted: Comparison['verdict']) =>
    comparisons.filter(({ verdict }) => verdict === wanted);
  return {
    loaded,
    counts: Object.fromEntries(verdicts.map((verdict) => [verdict, of(verdict).length])),
    restated: of('restated').map(line),
    new: of('new').map(line),
  };
}

/** The same in words: every restatement, the new figures by measure and period, and the counts. */
export function statisticsText({ loaded, counts, ...report }: ReturnType<typeof statisticsReport>) {
  const restated = report.restated.map(
    ({ measure, area, period, group, before, after, beforeVintage, vintage }) =>
      `  ${measure}, ${area}, ${periodWords(period)}${group ? `, ${group}` : ''}: ${before} → ${after} (${vintageWords(beforeVintage ?? '')} → ${vintageWords(vintage)})`,
  );
  const fresh = Map.groupBy(
    report.new,
    ({ measure, period }) => `${measure}, ${periodWords(period)}`,
  );
  return [
    ...(restated.length > 0 ? ['Restated', ...restated, ''] : []),
    ...(fresh.size > 0
      ? ['New', ...[...fresh].map(([title, { length }]) => `  ${title}: ${length}`), '']
      : []),
    `${loaded ? 'Loaded' : 'Would load'}: ${counts.new} new, ${counts.restated} restated, ${counts.unchanged} unchanged in a later vintage, ${counts.earlier} of an earlier vintage; ${counts.same} held already`,
  ].join('\n');
}

import type { Benchmark } from '../../../domain/statistics/benchmark.ts';
import { periodMeaning } from '../../../domain/statistics/cohort.ts';
import { doubtfulOf } from '../../../domain/statistics/doubtful-periods.data.ts';
import {
  type DownloadTable,
  figureOf,
  fileName,
} from '../../../domain/statistics/download-table.ts';
import { NO_FIGURE_WORDS } from '../../../domain/statistics/figure-cell.ts';
import { periodWords, vintageWords } from '../../../domain/statistics/period.ts';
import { publishedRankWords } from '../../../domain/statistics/published-rank.ts';
import type { RankedArea } from '../../../domain/statistics/ranking.ts';
import { restatedWords } from '../../../domain/statistics/vintages.ts';
import type { Measure } from '../choices.queries.ts';
import type { BenchmarkModel } from './benchmark-page.ts';

/** What a published measure counts and where it comes from, as every download says it. */
function aboutMeasure(measure: Measure): DownloadTable['about'] {
  return [
    ['Measure', `${measure.title}, ${measure.unit}`],
    ['Counted', measure.numerator],
    ['Among', measure.denominator ?? 'A count on its own'],
    ['Period', periodMeaning(measure)],
    ['Where there is no figure', NO_FIGURE_WORDS],
    ['Definition', `${measure.definition_version} (${measure.status})`],
    ['Source', `${measure.source}. Published by ${measure.publisher}.`],
    ['Vintage is', `The vintage is ${measure.vintage_means}.`],
    ['Licence', `${measure.licence}. ${measure.attribution}`],
    ...(measure.note ? [['Note', measure.note] as const] : []),
  ];
}

/** The benchmark of an area over time; null until an area is chosen. */
export function benchmarkTable({ measure, chosen, beside }: BenchmarkModel): DownloadTable | null {
  if (!chosen) return null;
  const { area, benchmark, vintages } = chosen;
  return {
    name: fileName(measure.id, area.name),
    title: `${measure.title}, ${measure.unit}: ${area.name} and others`,
    columns: ['Area', ...benchmark.periods.map(({ words }) => words)],
    rows: [
      ...benchmark.rows.map(({ name, cells }) => [
        name,
        ...cells.map(({ text }) => figureOf(text)),
      ]),
      ...(benchmark.members > 0 ? [['Areas in the average', ...benchmark.averaged]] : []),
      [`Rank of ${area.name}, 1 is the lowest`, ...benchmark.ranks.map(rankCell)],
      ['Local authorities with a figure', ...benchmark.ranks.map(({ of }) => figureOf(`${of}`))],
      ['Local authorities in all', ...benchmark.ranks.map(({ among }) => figureOf(`${among}`))],
    ],
    about: [
      ...aboutMeasure(measure),
      ...chosen.publishedRanks.map(
        (printed) => ['Rank as published', publishedRankWords(printed)] as const,
      ),
      ['Vintage', vintages.vintages.at(-1) ?? 'None'],
      ['Beside', beside?.name ?? 'Nobody'],
      ['Average', `${benchmark.method}, of the areas that have a figure`],
      ...warningsIn(benchmark),
    ],
  };
}

/** Every vintage of the area's figures. */
export function vintagesTable({ measure, chosen }: BenchmarkModel): DownloadTable | null {
  if (!chosen) return null;
  const { area, vintages } = chosen;
  return {
    name: fileName(measure.id, area.name, 'vintages'),
    title: `${measure.title}, ${measure.unit}: vintages of the figures of ${area.name}`,
    columns: ['Period', ...vintages.vintages, 'Restated'],
    rows: vintages.rows.map(({ words, cells, isRestated }) => [
      words,
      ...cells.map((cell) => (cell ? figureOf(cell.text) : 'Not in it')),
      restatedWords(isRestated),
    ]),
    about: [
      ...aboutMeasure(measure),
      ...doubtfulOf(measure.id).map(
        ({ vintage, label, why }) =>
          [`Periods of ${vintageWords(vintage)}`, `${label}. ${why}`] as const,
      ),
    ],
  };
}

/** All local authorities in order, every page of them. */
export function rankingTable(
  measure: Measure,
  period: string,
  ranked: readonly RankedArea[],
): DownloadTable {
  return {
    name: fileName(measure.id, 'all local authorities', period),
    title: `All local authorities: ${measure.title}, ${periodWords(period)}`,
    columns: ['Local authority', 'Rank', 'Region', measure.unit],
    rows: ranked.map(({ name, rank, alike, region, cell }) => [
      name,
      rankCell({ rank, alike }),
      region,
      figureOf(cell.text),
    ]),
    about: aboutMeasure(measure),
  };
}

// A rank that others share is no number of its own.
const rankCell = ({ rank, alike }: { readonly rank: number | null; readonly alike: number }) =>
  rank === null ? 'Not ranked' : alike > 1 ? `Joint ${rank}` : figureOf(`${rank}`);

const warningsIn = ({ rows, periods }: Benchmark) =>
  rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ warning }, at) =>
      warning ? [['Read with care', `${name}, ${periods[at]?.words}: ${warning}`] as const] : [],
    ),
  );

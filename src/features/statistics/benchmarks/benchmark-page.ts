import type { Area, Benchmark } from '../../../domain/statistics/benchmark.ts';
import { benchmarkOf } from '../../../domain/statistics/benchmark.ts';
import { doubtfulVintages } from '../../../domain/statistics/doubtful-periods.data.ts';
import { type PeriodLength, periodLength } from '../../../domain/statistics/period.ts';
import type { PublishedRank } from '../../../domain/statistics/published-rank.ts';
import { type Vintages, vintagesOf } from '../../../domain/statistics/vintages.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { readReference } from '../../../platform/files/read-reference.ts';
import {
  allAreas,
  benchmarkMeasures,
  type Comparators,
  comparatorsOf,
  type Measure,
} from '../choices.queries.ts';
import { allVintages, newestFigures } from '../figures.queries.ts';

/** What the address asks for; anything it does not name, or names wrongly, is the first there is. */
export type BenchmarkAsked = {
  readonly measure: string;
  readonly area: string;
  readonly beside: string;
  readonly length: string;
};

export type BenchmarkModel = {
  readonly measures: readonly Measure[];
  readonly areas: readonly Area[];
  readonly comparators: readonly Comparators[];
  readonly measure: Measure;
  readonly beside: Comparators | null;
  /** Null until an area is chosen. */
  readonly chosen: {
    readonly area: Area;
    readonly benchmark: Benchmark;
    readonly vintages: Vintages;
    /** Places that a document prints, of as many as it says: our own are of the areas whose figures are held. */
    readonly publishedRanks: readonly PublishedRank[];
    /** Years, quarters or months of which there are figures, the longest first: each is a series of its own. */
    readonly lengths: readonly PeriodLength[];
    readonly length: PeriodLength;
  } | null;
};

const ranksPrinted = (): readonly PublishedRank[] =>
  readReference('statistics/published-ranks.csv', [
    'measure',
    'area',
    'period',
    'rank',
    'of',
    'year_before',
    'among',
    'source',
  ]);

const LENGTHS = ['year', 'quarter', 'month', 'other'] as const satisfies readonly PeriodLength[];

/** One area beside its comparators, region and country: what the page, its chart and its download are made of. */
export async function readBenchmark(tx: Tx, asked: BenchmarkAsked): Promise<BenchmarkModel> {
  const measures = await benchmarkMeasures(tx);
  const areas = await allAreas(tx);
  const measure = measures.find(({ id }) => id === asked.measure) ?? measures[0];
  if (!measure) throw new Error('No published measures are loaded: run foothold migrate');
  const area = areas.find(({ code }) => code === asked.area);
  const comparators = await comparatorsOf(tx, area?.code ?? '');
  const beside = comparators.find(({ id }) => id === asked.beside) ?? comparators[0] ?? null;
  const shared = { measures, areas, comparators, measure, beside };
  if (area?.type !== 'local authority') return { ...shared, chosen: null };
  const found = await newestFigures(tx, measure.id, null);
  const present = new Set(found.map(({ period }) => periodLength(period)));
  const lengths = LENGTHS.filter((each) => present.has(each));
  const length = lengths.find((each) => each === asked.length) ?? lengths[0] ?? 'year';
  const isOfLength = ({ period }: { readonly period: string }) => periodLength(period) === length;
  const figures = found.filter(isOfLength);
  const benchmark = benchmarkOf({ measure, chosen: area, comparators: beside, areas, figures });
  const vintages = vintagesOf(
    (await allVintages(tx, measure.id, area.code)).filter(isOfLength),
    measure.places,
    doubtfulVintages(measure.id),
  );
  const publishedRanks = ranksPrinted().filter(
    (printed) =>
      printed.measure === measure.id && printed.area === area.code && isOfLength(printed),
  );
  return { ...shared, chosen: { area, benchmark, vintages, publishedRanks, lengths, length } };
}

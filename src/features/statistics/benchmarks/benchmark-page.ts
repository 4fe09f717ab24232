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
  const named = await comparatorsOf(tx, area?.code ?? '');
  if (area?.type !== 'local authority')
    return { measures, areas, comparators: named, measure, beside: named[0] ?? null, chosen: null };
  const found = await newestFigures(tx, measure.id, null);
  const present = new Set(found.map(({ period }) => periodLength(period)));
  const lengths = LENGTHS.filter((each) => present.has(each));
  const length = lengths.find((each) => each === asked.length) ?? lengths[0] ?? 'year';
  const isOfLength = ({ period }: { readonly period: string }) => periodLength(period) === length;
  const figures = found.filter(isOfLength);
  const { comparators, beside } = besideOf(named, asked.beside, {
    area,
    areas,
    figures,
  });
  const shared = { measures, areas, comparators, measure, beside };
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

/** Of so many areas at most, all that have a figure are a list to be compared with. */
const MOST_OTHERS = 40;

type Held = {
  readonly area: Area;
  readonly areas: readonly Area[];
  readonly figures: readonly { readonly area_code: string; readonly value: string | null }[];
};

/** What there is to compare with, and what is chosen: unless it is named, the first list of which anybody has a figure. */
function besideOf(named: readonly Comparators[], asked: string, { area, areas, figures }: Held) {
  const authorities = new Set(
    areas.filter(({ type }) => type === 'local authority').map(({ code }) => code),
  );
  const held = new Set(
    figures.filter(({ value }) => value !== null).map(({ area_code }) => area_code),
  );
  const members = [...held].filter((code) => code !== area.code && authorities.has(code));
  const others = { id: 'with-a-figure', name: 'every other authority with a figure', members };
  const few = members.length > 0 && members.length <= MOST_OTHERS;
  const comparators = few ? [...named, others] : named;
  const beside =
    comparators.find(({ id }) => id === asked) ??
    comparators.find((list) => list.members.some((code) => code !== area.code && held.has(code))) ??
    comparators[0] ??
    null;
  return { comparators, beside };
}

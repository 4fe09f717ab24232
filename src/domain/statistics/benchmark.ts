import { ranks } from '../figures/rank.ts';
import { compareText } from '../text/compare-text.ts';
import { type AverageMethod, averageMethod, averageOf } from './average.ts';
import {
  exactValue,
  type FigureCell,
  figureCell,
  type PublishedFigure,
  valueCell,
} from './figure-cell.ts';
import { periodWords } from './period.ts';
import { isCovered } from './rank-coverage.data.ts';
import type { Rank } from './rank-words.ts';

export type Area = {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly lies_in: string | null;
};

export type BenchmarkMeasure = { readonly per: number | null; readonly places: number };

type Asked = {
  readonly measure: BenchmarkMeasure;
  readonly chosen: Area;
  readonly comparators: { readonly name: string; readonly members: readonly string[] } | null;
  readonly areas: readonly Area[];
  /** The newest vintage of the measure for every area. */
  readonly figures: readonly PublishedFigure[];
};

export type BenchmarkRow = {
  readonly name: string;
  readonly part: 'chosen' | 'average' | 'wider' | 'member';
  readonly cells: readonly FigureCell[];
  /** Who is left out of the average in every period alike; null elsewhere. */
  readonly note: string | null;
};

/** One area beside others over time: the same rows for the table, the chart and the download. */
export type Benchmark = {
  readonly periods: readonly { readonly period: string; readonly words: string }[];
  readonly rows: readonly BenchmarkRow[];
  /** Among all local authorities with a figure, for each period. */
  readonly ranks: readonly Rank[];
  readonly method: AverageMethod;
  /** For each period of how many comparators the average is, and who has no figure. */
  readonly averaged: readonly string[];
  /** How many comparators there are, the area itself left out. */
  readonly members: number;
  /** Comparators without a figure in any period. */
  readonly without: readonly string[];
};

/** Most periods that are shown at once; the newest are kept. */
const MOST_PERIODS = 12;

/** Lays an area beside its comparators, its region and its country, and ranks it among all authorities. */
export function benchmarkOf({ measure, chosen, comparators, areas, figures }: Asked): Benchmark {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const wider = liesIn(chosen, byCode);
  const members = (comparators?.members ?? []).filter((code) => code !== chosen.code);
  const shownCodes = new Set([chosen.code, ...members, ...wider.map(({ code }) => code)]);
  const periods = periodsOf(figures.filter(({ area_code }) => shownCodes.has(area_code)));
  const at = new Map(figures.map((figure) => [`${figure.area_code} ${figure.period}`, figure]));
  const rowOf = (part: BenchmarkRow['part'], area: Area): BenchmarkRow => ({
    name: area.name,
    part,
    note: null,
    cells: periods.map((period) => figureCell(at.get(`${area.code} ${period}`), measure.places)),
  });
  const memberFigures = figures.filter(({ area_code }) => members.includes(area_code));
  const method = averageMethod(memberFigures, measure.per);
  const averages = periods.map((period) =>
    averageOf(
      memberFigures.filter((figure) => figure.period === period),
      method,
      measure.per,
    ),
  );
  const memberRows = members
    .map((code) => byCode.get(code))
    .filter((area) => area !== undefined)
    .map((area) => rowOf('member', area));
  const averaged = periods.map((_, at) => averagedWords(memberRows, at));
  const isAlike = averaged.every((words) => words === averaged[0]);
  const isPartly = averaged.map((words) => words !== allOf(memberRows));
  const averageRow: BenchmarkRow = {
    name: `Average of ${comparators?.name ?? ''}`,
    part: 'average',
    note: isAlike && isPartly[0] ? (averaged[0] ?? null) : null,
    cells: averages.map(({ value }, at) =>
      value
        ? {
            ...valueCell(value, measure.places),
            warning: !isAlike && isPartly[at] ? (averaged[at] ?? null) : null,
          }
        : figureCell(undefined, measure.places),
    ),
  };
  return {
    periods: periods.map((period) => ({ period, words: periodWords(period) })),
    rows: [
      rowOf('chosen', chosen),
      ...[averageRow, ...wider.map((area) => rowOf('wider', area)), ...memberRows].filter(
        hasFigure,
      ),
    ],
    members: memberRows.length,
    without: memberRows.filter((row) => !hasFigure(row)).map(({ name }) => name),
    ranks: periods.map((period) => rankIn(chosen, byCode, figures, period)),
    method,
    averaged,
  };
}

/** The average's figures of those periods in which it is of the same areas as in the newest: others are no part of one line. */
export function comparableAverage({ rows, averaged }: Benchmark): readonly (number | null)[] {
  const row = rows.find(({ part }) => part === 'average');
  return (row?.cells ?? []).map(({ number }, at) =>
    averaged[at] === averaged.at(-1) ? number : null,
  );
}

const allOf = (rows: readonly BenchmarkRow[]) => `Of all ${rows.length} areas`;

function averagedWords(rows: readonly BenchmarkRow[], at: number): string {
  const without = rows.filter(({ cells }) => (cells[at]?.number ?? null) === null);
  if (without.length === 0) return allOf(rows);
  const names = without.map(({ name }) => name).join(', ');
  return `Of ${rows.length - without.length} of ${rows.length} areas: no figure for ${names}`;
}

const hasFigure = ({ cells }: BenchmarkRow) => cells.some(({ number }) => number !== null);

/** Where an area stands among all local authorities that have a figure, if enough have one: 1 is the lowest, equal figures share a rank. */
function rankIn(
  chosen: Area,
  byCode: ReadonlyMap<string, Area>,
  figures: readonly PublishedFigure[],
  period: string,
): Rank {
  const all = figures.filter(
    (figure) =>
      figure.period === period &&
      figure.value !== null &&
      byCode.get(figure.area_code)?.type === 'local authority',
  );
  const places = ranks(all.map(exactValue));
  const among = [...byCode.values()].filter(({ type }) => type === 'local authority').length;
  const place = places[all.findIndex(({ area_code }) => area_code === chosen.code)] ?? null;
  const rank = isCovered(all.length, among) ? place : null;
  return {
    rank,
    of: all.length,
    among,
    alike: rank === null ? 0 : places.filter((place) => place === rank).length,
  };
}

// The smallest region first, then what it lies in, up to the country.
function liesIn(area: Area, byCode: ReadonlyMap<string, Area>): Area[] {
  const next = area.lies_in === null ? undefined : byCode.get(area.lies_in);
  return next ? [next, ...liesIn(next, byCode)] : [];
}

function periodsOf(figures: readonly PublishedFigure[]): string[] {
  const ends = new Map(
    figures.filter(({ value }) => value !== null).map(({ period, ends_on }) => [period, ends_on]),
  );
  return [...ends]
    .sort(([a, first], [b, second]) => compareText(first, second) || compareText(a, b))
    .map(([period]) => period)
    .slice(-MOST_PERIODS);
}

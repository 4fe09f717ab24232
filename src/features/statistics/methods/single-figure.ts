import { rate } from '../../../domain/figures/figure.ts';
import { fraction } from '../../../domain/figures/rational.ts';
import { printed } from '../../../domain/figures/round.ts';
import type { DownloadCell } from '../../../domain/statistics/download-table.ts';
import { figureOf } from '../../../domain/statistics/download-table.ts';
import {
  exactValue,
  figureCell,
  type PublishedFigure,
} from '../../../domain/statistics/figure-cell.ts';
import { periodWords, vintageWords } from '../../../domain/statistics/period.ts';

export const SINGLE_COLUMNS = [
  'Period',
  'Vintage',
  'Published',
  'Numerator',
  'Denominator',
  'Exactly',
  'Worked out',
] as const;

type Measure = {
  readonly per: number | null;
  readonly places: number;
  /** Vintages whose periods are not sure. */
  readonly doubtful: readonly string[];
};

/** One figure in each of its vintages: its numbers, the exact fraction before rounding, and what that rounds to. */
export function singleFigureRow(
  figure: PublishedFigure,
  { per, places, doubtful }: Measure,
): DownloadCell[] {
  const { numerator, denominator } = figure;
  const counts = isWhole(numerator) && isWhole(denominator) && per !== null;
  const found = counts
    ? rate({ numerator: BigInt(numerator), denominator: BigInt(denominator) }, BigInt(per))
    : null;
  const value = exactValue(figure);
  return [
    doubtful.includes(figure.vintage)
      ? `${periodWords(figure.period)} (check locally)`
      : periodWords(figure.period),
    vintageWords(figure.vintage),
    figureOf(figureCell(figure, places).text),
    numerator === null ? 'Not public' : figureOf(numerator),
    denominator === null ? 'Not public' : figureOf(denominator),
    found?.kind === 'figure'
      ? fraction(found.value)
      : value
        ? `${fraction(value)}, as published`
        : 'None',
    found?.kind === 'figure' ? figureOf(printed(found.value, places)) : 'Counts not public',
  ];
}

const isWhole = (text: string | null): text is string => text !== null && /^\d+$/.test(text);

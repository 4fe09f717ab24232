import { ranks } from '../figures/rank.ts';
import { compareText } from '../text/compare-text.ts';
import type { Area } from './benchmark.ts';
import { exactValue, type FigureCell, figureCell, type PublishedFigure } from './figure-cell.ts';
import { isCovered } from './rank-coverage.data.ts';

export type RankedArea = {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly rank: number | null;
  /** How many have the same figure, itself among them. */
  readonly alike: number;
  readonly cell: FigureCell;
};

/** All local authorities with a row in one period, lowest first; equal figures share a rank and those without a figure come last. None has a rank where too few have a figure. */
export function rankingOf(
  figures: readonly PublishedFigure[],
  areas: readonly Area[],
  places: number,
): readonly RankedArea[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const shown = figures.filter(
    ({ area_code }) => byCode.get(area_code)?.type === 'local authority',
  );
  const order = ranks(shown.map(exactValue));
  const among = areas.filter(({ type }) => type === 'local authority').length;
  const isRanked = isCovered(order.filter((place) => place !== null).length, among);
  return shown
    .map((figure, index) => {
      const area = byCode.get(figure.area_code);
      const place = order[index] ?? null;
      const rank = isRanked ? place : null;
      return {
        place,
        code: figure.area_code,
        name: area?.name ?? figure.area_code,
        region: byCode.get(area?.lies_in ?? '')?.name ?? '',
        rank,
        alike: rank === null ? 0 : order.filter((other) => other === rank).length,
        cell: figureCell(figure, places),
      };
    })
    .sort(
      (a, b) =>
        (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) ||
        compareText(a.name, b.name),
    )
    .map(({ place: _, ...ranked }) => ranked);
}

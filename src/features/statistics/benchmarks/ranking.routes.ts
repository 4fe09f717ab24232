import { periodLength, periodWords } from '../../../domain/statistics/period.ts';
import { rankingOf } from '../../../domain/statistics/ranking.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { partOf } from '../../../platform/http/page-asked.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { allAreas, benchmarkMeasures } from '../choices.queries.ts';
import { newestFigures } from '../figures.queries.ts';
import { RankingPage } from './ranking.view.tsx';

const A_PAGE = 25;

/** All local authorities in order for what the address asks: the page and its download read them alike. */
export async function rankingAsked({ tx, query }: Pick<PageContext, 'tx' | 'query'>) {
  const measures = await benchmarkMeasures(tx);
  const measure = measures.find(({ id }) => id === query('measure')) ?? measures[0];
  if (!measure) return null;
  const areas = await allAreas(tx);
  const figures = await newestFigures(tx, measure.id, null);
  const withValues = new Set(
    figures.filter(({ value }) => value !== null).map(({ period }) => period),
  );
  const periods = [...withValues];
  const period =
    periods.find((each) => each === query('period')) ??
    periods.findLast((each) => periodLength(each) === 'year') ??
    periods.at(-1) ??
    '';
  const ranked = rankingOf(
    figures.filter((figure) => figure.period === period),
    areas,
    measure.places,
  );
  const among = areas.filter(({ type }) => type === 'local authority').length;
  return { measures, measure, periods, period, ranked, among };
}

export const rankingRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.ranking(),
    tab: { section: 'figures', text: 'All local authorities', place: 2 },
    permission: 'statistics.view',
    audit: 'none',
    handle: async ({ tx, shell, query, page, notFound }) => {
      const found = await rankingAsked({ tx, query });
      if (!found) return notFound();
      const { ranked } = found;
      return page(
        RankingPage({
          shell,
          ...found,
          periods: found.periods
            .map((each) => ({ value: each, text: periodWords(each) }))
            .reverse(),
          part: partOf(ranked, query('page'), A_PAGE),
          counted: ranked.filter(({ cell }) => cell.number !== null).length,
        }),
      );
    },
  }),
];

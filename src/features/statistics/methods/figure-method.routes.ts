import { calculatedMeasures } from '../../../domain/figures/measures.data.ts';
import { doubtfulVintages } from '../../../domain/statistics/doubtful-periods.data.ts';
import { figureMethods } from '../../../domain/statistics/figure-methods.data.ts';
import { versionSlug } from '../../../domain/statistics/version-slug.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { allAreas } from '../choices.queries.ts';
import { allVintages } from '../figures.queries.ts';
import { FigureListPage } from './figure-list.view.tsx';
import { measureTitles } from './figure-method.queries.ts';
import { methodOf, PLAN_VERSION } from './figure-method.ts';
import { FigureMethodPage } from './figure-method.view.tsx';
import { singleFigureRow } from './single-figure.ts';

export const figureMethodRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.figures,
    tab: { section: 'figures', text: 'Methods' },
    permission: 'statistics.view',
    audit: 'none',
    handle: async ({ tx, shell, page }) => {
      const published = await measureTitles(tx);
      return page(
        FigureListPage({
          shell,
          groups: [
            {
              title: 'Published',
              links: published.map(({ id, title, unit, definition_version }) => ({
                href: urls.statistics.figure(id, versionSlug(definition_version)),
                title,
                unit,
              })),
            },
            {
              title: 'Worked out here',
              links: Object.entries(figureMethods).map(([id, { title, unit, version }]) => ({
                href: urls.statistics.figure(id, version),
                title,
                unit,
              })),
            },
            {
              title: 'Of the plan that is recomputed',
              links: Object.entries(calculatedMeasures).map(([id, { title, unit }]) => ({
                href: urls.statistics.figure(id, PLAN_VERSION),
                title,
                unit,
              })),
            },
          ],
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.statistics.figure(':measure', ':version'),
    permission: 'statistics.view',
    audit: 'none',
    handle: async ({ tx, shell, param, query, page, notFound }) => {
      const method = await methodOf(tx, param('measure'), param('version'));
      if (!method) return notFound();
      const { measure } = method;
      const areas = measure && measure.per !== null ? await allAreas(tx) : [];
      const area = areas.find(({ code }) => code === query('area')) ?? null;
      const period = query('period');
      const figures = area ? await allVintages(tx, method.id, area.code) : [];
      return page(
        FigureMethodPage({
          shell,
          method,
          areas: areas.map(({ code, name }) => ({ value: code, text: name })),
          area,
          single: figures
            .filter((figure) => measure !== null && (period === '' || figure.period === period))
            .map((figure) =>
              singleFigureRow(figure, {
                per: measure?.per ?? null,
                places: measure?.places ?? 0,
                doubtful: doubtfulVintages(method.id),
              }),
            ),
        }),
      );
    },
  }),
];

import { can } from '../../domain/access/can.ts';
import { isSameName } from '../../domain/inspections/in-framework.ts';
import {
  chosenResults,
  followsWords,
  type ResultsAsked,
} from '../../domain/inspections/result-lines.ts';
import { scoreDistribution } from '../../domain/inspections/score-distribution.ts';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';
import { writeCsv } from '../../platform/files/write-csv.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { ourLatest } from './our-latest.ts';
import { ResultPage } from './result.view.tsx';
import { ResultsPage } from './results.view.tsx';
import { publishedLines } from './results-list.ts';

const A_PAGE = 25;
/** Scores are drawn on the scale that nearly all results have. */
const SCALE = { framework: '2021', max: 36 } as const;

const header = [
  'Service',
  'Published',
  'Framework',
  'Overall rating',
  'Score',
  'Out of',
  'Resettlement',
  'What follows',
  'Sources',
];

/** Published results of all services: the list, its file, and each result opened. */
export const resultsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspectionResults.list(),
    tab: { section: 'inspection', text: 'Ratings of all services' },
    permission: 'statistics.view',
    audit: 'none',
    handle: async (context) => {
      const { tx, actor, shell, query, page } = context;
      const asked = askedOf(context);
      const all = publishedLines();
      const chosen = chosenResults(all, asked);
      const pages = Math.max(1, Math.ceil(chosen.length / A_PAGE));
      const at = Math.min(pages, pageAsked(query('page')));
      const scores = all.flatMap(({ rated: { score, max } }) =>
        score !== null && max === SCALE.max ? [score] : [],
      );
      const framework = readFrameworks().find(({ id }) => id === SCALE.framework);
      return page(
        ResultsPage({
          shell,
          asked,
          lines: chosen.slice((at - 1) * A_PAGE, at * A_PAGE),
          counts: { all: all.length, chosen: chosen.length, scored: scores.length },
          at,
          pages,
          frameworks: [...new Set(all.map(({ published }) => published.framework))].sort(),
          ratings: (framework?.ratings ?? []).map(({ name }) => ({
            name,
            count: all.filter(({ published }) => isSameName(published.overallRating, name)).length,
          })),
          ranges: framework ? scoreDistribution(framework, SCALE.max, scores) : [],
          ours: can(actor, 'inspection.progress') ? await ourLatest(tx) : null,
          mayOpenInspections: can(actor, 'inspection.progress'),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspectionResults.csv(),
    permission: 'statistics.view',
    audit: 'none',
    handle: (context) => {
      const rows = chosenResults(publishedLines(), askedOf(context)).map((line) => [
        line.published.service,
        line.published.published,
        line.published.framework,
        line.published.overallRating,
        line.published.overallScore,
        line.published.overallMax,
        line.published.resettlement,
        followsWords(line),
        line.published.sources.join(' '),
      ]);
      return context.c.body(writeCsv(header, rows), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="inspection-results.csv"',
      });
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspectionResults.one(':resultId'),
    permission: 'statistics.view',
    audit: 'none',
    handle: ({ shell, param, page, notFound }) => {
      const line = publishedLines().find(({ id }) => id === param('resultId'));
      return line ? page(ResultPage({ shell, line })) : notFound();
    },
  }),
];

function askedOf({ query }: PageContext): ResultsAsked {
  return {
    q: query('q'),
    framework: query('framework'),
    rating: query('rating'),
    sort: query('sort'),
    page: '',
  };
}

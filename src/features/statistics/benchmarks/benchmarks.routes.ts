import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { readBenchmark } from './benchmark-page.ts';
import { BenchmarksPage } from './benchmarks.view.tsx';

export const benchmarkRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.benchmarks(),
    tab: { section: 'figures', text: 'Benchmarks', place: 1 },
    permission: 'statistics.view',
    audit: 'none',
    handle: async ({ tx, shell, query, page }) => {
      const asked = {
        measure: query('measure'),
        area: query('area'),
        beside: query('beside'),
        length: query('length'),
      };
      return page(BenchmarksPage({ shell, model: await readBenchmark(tx, asked) }));
    },
  }),
];

import type { DownloadTable } from '../../domain/statistics/download-table.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { benchmarkTable, rankingTable, vintagesTable } from './benchmarks/benchmark-download.ts';
import { readBenchmark } from './benchmarks/benchmark-page.ts';
import { rankingAsked } from './benchmarks/ranking.routes.ts';
import { asCsv, asXlsx, fileHeaders } from './download-file.ts';
import { disproportionalityAsked } from './groups/disproportionality.routes.ts';
import { contradictionsTable, recomputedTable } from './methods/recomputed-download.ts';
import { contradictionsOfPlan, reproducedFigures } from './methods/reproduced-figures.ts';

type Asked = Pick<PageContext, 'tx' | 'query'>;
type Read = (asked: Asked) => Promise<DownloadTable | null>;

const benchmarkAsked = ({ tx, query }: Asked) =>
  readBenchmark(tx, {
    measure: query('measure'),
    area: query('area'),
    beside: query('beside'),
    length: query('length'),
  });
const grouped =
  (name: string): Read =>
  async (asked) =>
    (await disproportionalityAsked(asked)).tables.get(name) ?? null;

/** Every table that can be downloaded: each is read as its page reads it, for the same address. */
const tables: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['benchmarks', async (asked) => benchmarkTable(await benchmarkAsked(asked))],
  ['vintages', async (asked) => vintagesTable(await benchmarkAsked(asked))],
  [
    'ranking',
    async (asked) => {
      const found = await rankingAsked(asked);
      return found && rankingTable(found.measure, found.period, found.ranked);
    },
  ],
  ['plan-recomputed', async () => recomputedTable(reproducedFigures())],
  ['plan-contradictions', async () => contradictionsTable(contradictionsOfPlan())],
  ...['disproportionality', 'disproportionality-years', 'residents', 'plan-shares'].map(
    (name): [string, Read] => [name, grouped(name)],
  ),
]);

export const downloadRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.download(':table', ':format'),
    permission: 'statistics.view',
    audit: 'export',
    handle: async (context) => {
      const { c, param, notFound } = context;
      const format = param('format');
      const table = await tables.get(param('table'))?.(context);
      if (!table || (format !== 'csv' && format !== 'xlsx')) return notFound();
      const content = format === 'csv' ? asCsv(table) : await asXlsx(table);
      return c.body(content, 200, fileHeaders(table, format));
    },
  }),
];

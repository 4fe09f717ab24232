import type { DownloadTable } from '../../domain/statistics/download-table.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import {
  benchmarkTable,
  rankingTable,
  recomputedTable,
  vintagesTable,
} from './benchmark-download.ts';
import { readBenchmark } from './benchmark-page.ts';
import { disproportionalityAsked } from './disproportionality.routes.ts';
import { asCsv, asXlsx } from './download-file.ts';
import { rankingAsked } from './ranking.routes.ts';
import { reproducedFigures } from './reproduced-figures.ts';

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
  ...['disproportionality', 'disproportionality-years', 'residents', 'plan-shares'].map(
    (name): [string, Read] => [name, grouped(name)],
  ),
]);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
      const headers = (type: string) => ({
        'content-type': type,
        'content-disposition': `attachment; filename="${table.name}.${format}"`,
      });
      return format === 'csv'
        ? c.body(asCsv(table), 200, headers('text/csv; charset=utf-8'))
        : c.body(await asXlsx(table), 200, headers(XLSX));
    },
  }),
];

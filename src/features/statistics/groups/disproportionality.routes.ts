import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { DisproportionalityPage } from './disproportionality.view.tsx';
import { readDisproportionality } from './disproportionality-page.ts';
import { disproportionalityTables } from './disproportionality-tables.ts';

/** The tables that an address asks for: the page and its downloads read them alike. */
export async function disproportionalityAsked({ tx, query }: Pick<PageContext, 'tx' | 'query'>) {
  const model = await readDisproportionality(tx, {
    area: query('area'),
    point: query('point'),
    by: query('by'),
    years: query('years'),
    reference: query('reference'),
  });
  return { model, tables: disproportionalityTables(model) };
}

export const disproportionalityRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.disproportionality(),
    tab: { section: 'figures', text: 'Disproportionality', place: 3 },
    permission: 'statistics.view',
    audit: 'none',
    handle: async (context) =>
      context.page(
        DisproportionalityPage({
          shell: context.shell,
          ...(await disproportionalityAsked(context)),
        }),
      ),
  }),
];

import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { changes, changesOnAPage } from './history.queries.ts';
import { HistoryPage } from './history.view.tsx';
import { historyLines } from './history-lines.ts';
import { tableWords } from './history-words.data.ts';
import { pageOf } from './look-filter.ts';

export const historyRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.history(':childId'),
    tab: { room: 'papers', text: 'What was changed', place: 2 },
    permission: 'history.read',
    audit: 'view',
    handle: async ({ c, tx, child, shell, today, query, page }) => {
      const table = Object.hasOwn(tableWords, query('part')) ? query('part') : null;
      const pageNumber = pageOf(query);
      const rows = await changes(tx, { childId: child.id, table, pageNumber });
      return page(
        HistoryPage({
          shell,
          child,
          today,
          table: table ?? '',
          lines: await historyLines(tx, rows.slice(0, changesOnAPage)),
          paging: {
            previous: pageNumber > 1 ? urls.onPage(c.req.url, pageNumber - 1) : null,
            next: rows.length > changesOnAPage ? urls.onPage(c.req.url, pageNumber + 1) : null,
          },
        }),
      );
    },
  }),
];

import { pageRoute, type Route } from '../../platform/http/route.ts';
import { doorLines } from '../../record/door.tsx';
import { urls } from '../../urls.ts';
import { DoorPage } from './door.view.tsx';
import { pageOf } from './look-filter.ts';

const linesOnAPage = 50;

export const doorRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.admin.door(),
    tab: { section: 'account', text: 'Who came to the door', place: 4 },
    permission: 'access-log.read',
    audit: 'view',
    handle: async ({ tx, c, shell, query, page }) => {
      const onlyTrouble = query('only') === 'trouble';
      const number = pageOf(query);
      const after = (number - 1) * linesOnAPage;
      const lines = await doorLines(tx, { onlyTrouble, after });
      return page(
        DoorPage({
          shell,
          lines,
          onlyTrouble,
          pages: {
            number,
            hasNext: lines.length > linesOnAPage,
            href: (to) => urls.onPage(c.req.url, to),
          },
        }),
      );
    },
  }),
];

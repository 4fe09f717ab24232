import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { createRoutes } from './create.routes.ts';
import { liveWarnings } from './overview.queries.ts';
import { OverviewPage } from './overview.view.tsx';
import { searchRoutes } from './search.routes.ts';

export const childrenRoutes: readonly Route[] = [
  ...searchRoutes,
  ...createRoutes,
  childRoute({
    method: 'get',
    path: urls.child.overview(':childId'),
    permission: 'child.view',
    audit: 'view',
    handle: async ({ tx, child, shell, today, page }) =>
      page(OverviewPage({ shell, child, today, warnings: await liveWarnings(tx, child.id) })),
  }),
];

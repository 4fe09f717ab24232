import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { HomePage } from './home.view.tsx';

export const homeRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.home,
    permission: 'signed-in',
    audit: 'none',
    handle: ({ page, shell }) => page(HomePage({ shell })),
  }),
];

import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { accessLogRoutes } from './access-log.routes.ts';
import { breakGlassRoutes } from './break-glass.routes.ts';
import { doorRoutes } from './door.routes.ts';
import { historyRoutes } from './history.routes.ts';
import { noticeRoutes } from './notices.routes.ts';
import { PermissionsPage } from './permissions.view.tsx';
import { purposeRoutes } from './purpose.routes.ts';
import { restrictRoutes } from './restrict.routes.ts';
import { staffRoutes } from './staff.routes.ts';
import { timeLimitRoutes } from './time-limits.routes.ts';

/** People, access and audit: who may see what, why they looked, and what was changed. */
export const adminRoutes: readonly Route[] = [
  ...purposeRoutes,
  ...breakGlassRoutes,
  ...restrictRoutes,
  ...accessLogRoutes,
  ...doorRoutes,
  ...noticeRoutes,
  ...historyRoutes,
  ...staffRoutes,
  ...timeLimitRoutes,
  pageRoute({
    method: 'get',
    path: urls.admin.permissions,
    tab: { section: 'account', text: 'Roles' },
    permission: 'rules.read',
    audit: 'none',
    handle: ({ shell, page }) => page(PermissionsPage({ shell })),
  }),
];

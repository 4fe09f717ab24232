import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { accessRoutes } from './access.routes.tsx';
import { breakGlassRoutes } from './break-glass.routes.tsx';
import { doorRoutes } from './door.routes.tsx';
import { glassReviewRoutes } from './glass-review.routes.tsx';
import { historyRoutes } from './history.routes.tsx';
import { looksRoutes } from './looks.routes.tsx';
import { noticeRoutes } from './notices.routes.ts';
import { PermissionsPage } from './permissions.view.tsx';
import { purposeRoutes } from './purpose.routes.ts';
import { sealedRoutes } from './sealed.routes.tsx';
import { staffRoutes } from './staff.routes.tsx';
import { timeLimitRoutes } from './time-limits.routes.tsx';

/** People, access and audit: who may see what, why they looked, and what was changed. */
export const adminRoutes: readonly Route[] = [
  ...purposeRoutes,
  ...breakGlassRoutes,
  ...glassReviewRoutes,
  ...sealedRoutes,
  ...accessRoutes,
  ...looksRoutes,
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

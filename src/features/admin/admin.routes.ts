import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { historyRoutes } from './history/history.routes.tsx';
import { timeLimitRoutes } from './limits/time-limits.routes.tsx';
import { accessRoutes } from './looks/access.routes.tsx';
import { doorRoutes } from './looks/door.routes.tsx';
import { looksRoutes } from './looks/looks.routes.tsx';
import { purposeRoutes } from './looks/purpose.routes.ts';
import { disclosureRoutes } from './retention/disclosures.routes.ts';
import { retentionRoutes } from './retention/retention.routes.tsx';
import { breakGlassRoutes } from './sealed/break-glass.routes.tsx';
import { glassReviewRoutes } from './sealed/glass-review.routes.tsx';
import { sealedRoutes } from './sealed/sealed.routes.tsx';
import { noticeRoutes } from './staff/notices.routes.ts';
import { PermissionsPage } from './staff/permissions.view.tsx';
import { staffRoutes } from './staff/staff.routes.tsx';

/** People, access and audit: who may see what, why they looked, and what was changed. */
export const adminRoutes: readonly Route[] = [
  ...purposeRoutes,
  ...breakGlassRoutes,
  ...glassReviewRoutes,
  ...sealedRoutes,
  ...disclosureRoutes,
  ...retentionRoutes,
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

import type { Route } from '../../../platform/http/route.ts';
import { checkRoutes } from './check.routes.tsx';
import { givenRoutes } from './given.routes.tsx';
import { reportRoutes } from './report.routes.tsx';
import { listingRoutes } from './reports.routes.tsx';
import { sectionRoutes } from './section.routes.tsx';
import { reportListRoutes } from './service-list.routes.tsx';
import { versionRoutes } from './versions.routes.tsx';

/** Reports for a court or a panel. */
export const courtReportRoutes: readonly Route[] = [
  ...listingRoutes,
  ...reportRoutes,
  ...sectionRoutes,
  ...checkRoutes,
  ...versionRoutes,
  ...givenRoutes,
  ...reportListRoutes,
];

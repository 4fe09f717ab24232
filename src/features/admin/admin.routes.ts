import type { Route } from '../../platform/http/route.ts';
import { breakGlassRoutes } from './break-glass.routes.ts';
import { purposeRoutes } from './purpose.routes.ts';
import { restrictRoutes } from './restrict.routes.ts';

/** People, access and audit: who may see what, why they looked, and what was changed. */
export const adminRoutes: readonly Route[] = [
  ...purposeRoutes,
  ...breakGlassRoutes,
  ...restrictRoutes,
];

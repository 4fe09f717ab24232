import type { Route } from '../../platform/http/route.ts';
import { changeRoutes } from './changes.routes.ts';
import { checkRoutes } from './check.routes.tsx';
import { holdRoutes } from './hold.routes.tsx';
import { proposedRoutes } from './proposed.routes.tsx';
import { recordChangeRoutes } from './record-change.routes.tsx';
import { stepRoutes } from './steps.routes.tsx';

/** What happens to a child, the reviews it opens, and the manager's check of them. */
export const reviewsRoutes: readonly Route[] = [
  ...changeRoutes,
  ...proposedRoutes,
  ...recordChangeRoutes,
  ...holdRoutes,
  ...stepRoutes,
  ...checkRoutes,
];

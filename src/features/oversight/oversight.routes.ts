import type { Route } from '../../platform/http/route.ts';
import { actionRoutes } from './action.routes.tsx';
import { entryRoutes } from './entries.routes.ts';
import { exceptionRoutes } from './exception.routes.ts';
import { gapRoutes } from './gaps.routes.ts';
import { homeRoutes } from './home.routes.ts';
import { teamRoutes } from './team.routes.ts';
import { teamDueRoutes } from './team-due.routes.ts';
import { waitingRoutes } from './waiting.routes.ts';

/** Homes, and what managers see and write. */
export const oversightRoutes: readonly Route[] = [
  ...homeRoutes,
  ...teamRoutes,
  ...teamDueRoutes,
  ...waitingRoutes,
  ...exceptionRoutes,
  ...gapRoutes,
  ...entryRoutes,
  ...actionRoutes,
];

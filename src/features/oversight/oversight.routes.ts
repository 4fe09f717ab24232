import type { Route } from '../../platform/http/route.ts';
import { actionRoutes } from './action.routes.tsx';
import { entryRoutes } from './entries.routes.tsx';
import { exceptionRoutes } from './exception.routes.tsx';
import { gapRoutes } from './gaps.routes.tsx';
import { homeRoutes } from './home.routes.ts';
import { teamRoutes } from './team.routes.ts';
import { teamDueRoutes } from './team-due.routes.ts';
import { waitingRoutes } from './waiting.routes.tsx';

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

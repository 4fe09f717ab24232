import type { Route } from '../../platform/http/route.ts';
import { actionRoutes } from './child/action.routes.tsx';
import { entryRoutes } from './child/entries.routes.tsx';
import { exceptionRoutes } from './child/exception.routes.tsx';
import { homeRoutes } from './home/home.routes.ts';
import { gapRoutes } from './team/gaps.routes.tsx';
import { handOverRoutes } from './team/hand-over.routes.tsx';
import { teamRoutes } from './team/team.routes.ts';
import { teamDueRoutes } from './team/team-due.routes.ts';
import { waitingRoutes } from './team/waiting.routes.tsx';

/** Homes, and what managers see and write. */
export const oversightRoutes: readonly Route[] = [
  ...homeRoutes,
  ...teamRoutes,
  ...teamDueRoutes,
  ...handOverRoutes,
  ...waitingRoutes,
  ...exceptionRoutes,
  ...gapRoutes,
  ...entryRoutes,
  ...actionRoutes,
];

import type { Route } from '../../../platform/http/route.ts';
import { breachRoutes } from './breach.routes.tsx';
import { complianceRoutes } from './compliance.routes.tsx';
import { countRoutes } from './counts.routes.tsx';
import { earlyEndRoutes } from './early-end.routes.tsx';
import { failureRoutes } from './failure.routes.tsx';
import { meetingRoutes } from './meeting.routes.tsx';
import { proposeBreachRoutes } from './propose-breach.routes.tsx';
import { summaryRoutes } from './summary.routes.tsx';
import { warningRoutes } from './warning.routes.tsx';

/** Whether orders are kept, and what follows where one is not. */
export const enforcementRoutes: readonly Route[] = [
  ...complianceRoutes,
  ...failureRoutes,
  ...warningRoutes,
  ...meetingRoutes,
  ...summaryRoutes,
  ...proposeBreachRoutes,
  ...breachRoutes,
  ...earlyEndRoutes,
  ...countRoutes,
];

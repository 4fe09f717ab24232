import type { Route } from '../../../platform/http/route.ts';
import { complianceRoutes } from './compliance.routes.tsx';
import { failureRoutes } from './failure.routes.tsx';
import { meetingRoutes } from './meeting.routes.tsx';
import { warningRoutes } from './warning.routes.tsx';

/** Whether orders are kept, and what follows where one is not. */
export const enforcementRoutes: readonly Route[] = [
  ...complianceRoutes,
  ...failureRoutes,
  ...warningRoutes,
  ...meetingRoutes,
];

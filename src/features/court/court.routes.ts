import type { Route } from '../../platform/http/route.ts';
import { caseRoutes } from './case.routes.tsx';
import { chargesRoutes } from './charges.routes.tsx';
import { contractRoutes } from './contract/contract.routes.tsx';
import { dayListRoutes } from './day-list.routes.tsx';
import { enforcementRoutes } from './enforcement/enforcement.routes.ts';
import { hearingsRoutes } from './hearings.routes.tsx';
import { ordersRoutes } from './orders.routes.tsx';
import { registersRoutes } from './register/registers.routes.tsx';
import { courtReportRoutes } from './reports/court-reports.routes.ts';
import { withoutCodeRoutes } from './without-code.routes.tsx';

/** A child before a court. */
export const courtRoutes: readonly Route[] = [
  ...dayListRoutes,
  ...withoutCodeRoutes,
  ...registersRoutes,
  ...chargesRoutes,
  ...hearingsRoutes,
  ...caseRoutes,
  ...ordersRoutes,
  ...contractRoutes,
  ...enforcementRoutes,
  ...courtReportRoutes,
];

import type { Route } from '../../platform/http/route.ts';
import { chargesRoutes } from './charges.routes.tsx';
import { contractRoutes } from './contract/contract.routes.tsx';
import { enforcementRoutes } from './enforcement/enforcement.routes.ts';
import { hearingsRoutes } from './hearings.routes.tsx';
import { ordersRoutes } from './orders.routes.tsx';

/** A child before a court. */
export const courtRoutes: readonly Route[] = [
  ...chargesRoutes,
  ...hearingsRoutes,
  ...ordersRoutes,
  ...contractRoutes,
  ...enforcementRoutes,
];

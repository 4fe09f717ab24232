import type { Route } from '../../platform/http/route.ts';
import { allocateRoutes } from './allocate.routes.ts';
import { columnsRoutes } from './columns.routes.ts';
import { holdRoutes } from './holds.routes.ts';
import { importRoutes } from './import.routes.ts';
import { inboxRoutes } from './inbox.routes.ts';
import { referralRoutes } from './referral.routes.ts';
import { triageRoutes } from './triage.routes.ts';

/** Referrals: the inbox, lists, held rows, and each referral from triage to allocation. */
export const referralsRoutes: readonly Route[] = [
  ...inboxRoutes,
  ...importRoutes,
  ...columnsRoutes,
  ...holdRoutes,
  ...referralRoutes,
  ...triageRoutes,
  ...allocateRoutes,
];

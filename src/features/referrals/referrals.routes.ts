import type { Route } from '../../platform/http/route.ts';
import { allocateRoutes } from './allocate.routes.tsx';
import { columnsRoutes } from './columns.routes.ts';
import { holdRoutes } from './hold.routes.tsx';
import { holdsRoutes } from './holds.routes.tsx';
import { importRoutes } from './import.routes.ts';
import { importsRoutes } from './imports.routes.tsx';
import { inboxRoutes } from './inbox.routes.tsx';
import { referralRoutes } from './referral.routes.tsx';
import { triageRoutes } from './triage.routes.tsx';

/** Referrals: the inbox, lists, held rows, and each referral from triage to allocation. */
export const referralsRoutes: readonly Route[] = [
  ...inboxRoutes,
  ...importsRoutes,
  ...importRoutes,
  ...columnsRoutes,
  ...holdsRoutes,
  ...holdRoutes,
  ...referralRoutes,
  ...triageRoutes,
  ...allocateRoutes,
];

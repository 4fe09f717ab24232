import type { Route } from '../../platform/http/route.ts';
import { holdRoutes } from './holds/hold.routes.tsx';
import { holdsRoutes } from './holds/holds.routes.tsx';
import { rowRoutes } from './holds/row.routes.tsx';
import { columnsRoutes } from './import/columns.routes.ts';
import { importRoutes } from './import/import.routes.ts';
import { importsRoutes } from './import/imports.routes.tsx';
import { inboxRoutes } from './inbox/inbox.routes.tsx';
import { allocateRoutes } from './one/allocate.routes.tsx';
import { referralRoutes } from './one/referral.routes.tsx';
import { triageRoutes } from './one/triage.routes.tsx';
import { chooseTogetherRoutes } from './together/choose.routes.tsx';
import { decideTogetherRoutes } from './together/decide.routes.tsx';

/** Referrals: the inbox, lists, held rows, and each referral from triage to allocation. */
export const referralsRoutes: readonly Route[] = [
  ...inboxRoutes,
  ...importsRoutes,
  ...importRoutes,
  ...columnsRoutes,
  ...holdsRoutes,
  ...holdRoutes,
  ...rowRoutes,
  ...referralRoutes,
  ...triageRoutes,
  ...chooseTogetherRoutes,
  ...decideTogetherRoutes,
  ...allocateRoutes,
];

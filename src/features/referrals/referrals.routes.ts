import type { Route } from '../../platform/http/route.ts';
import { columnsRoutes } from './columns.routes.ts';
import { importRoutes } from './import.routes.ts';

/** Referrals: the inbox, lists, held rows, and each referral from triage to allocation. */
export const referralsRoutes: readonly Route[] = [...importRoutes, ...columnsRoutes];

import type { Route } from '../../platform/http/route.ts';
import { roundRoutes } from './round/round.routes.tsx';
import { weekRoutes } from './weeks.routes.tsx';

/** What children need and are given. */
export const needsRoutes: readonly Route[] = [...roundRoutes, ...weekRoutes];

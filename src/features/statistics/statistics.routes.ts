import type { Route } from '../../platform/http/route.ts';
import { benchmarkRoutes } from './benchmarks.routes.ts';
import { disproportionalityRoutes } from './disproportionality.routes.ts';
import { downloadRoutes } from './download.routes.ts';
import { familyRoutes } from './families.routes.tsx';
import { figureMethodRoutes } from './figure-method.routes.ts';
import { ownCountsRoutes } from './own-counts.routes.ts';
import { rankingRoutes } from './ranking.routes.ts';
import { recomputedRoutes } from './recomputed.routes.ts';

export const statisticsRoutes: readonly Route[] = [
  ...benchmarkRoutes,
  ...rankingRoutes,
  ...familyRoutes,
  ...recomputedRoutes,
  ...disproportionalityRoutes,
  ...ownCountsRoutes,
  ...downloadRoutes,
  ...figureMethodRoutes,
];

import type { Route } from '../../platform/http/route.ts';
import { benchmarkRoutes } from './benchmarks/benchmarks.routes.ts';
import { familyRoutes } from './benchmarks/families.routes.tsx';
import { rankingRoutes } from './benchmarks/ranking.routes.ts';
import { downloadRoutes } from './download.routes.ts';
import { disproportionalityRoutes } from './groups/disproportionality.routes.ts';
import { ownCountsRoutes } from './groups/own-counts.routes.ts';
import { figureMethodRoutes } from './methods/figure-method.routes.ts';
import { publishedRoutes } from './methods/published.routes.tsx';
import { recomputedRoutes } from './methods/recomputed.routes.ts';

export const statisticsRoutes: readonly Route[] = [
  ...benchmarkRoutes,
  ...rankingRoutes,
  ...familyRoutes,
  ...recomputedRoutes,
  ...disproportionalityRoutes,
  ...ownCountsRoutes,
  ...downloadRoutes,
  ...figureMethodRoutes,
  ...publishedRoutes,
];

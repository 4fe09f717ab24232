import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { RecomputedPage } from './recomputed.view.tsx';
import { contradictionsOfPlan, planMeasures, reproducedFigures } from './reproduced-figures.ts';

export const recomputedRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.recomputed,
    tab: { section: 'figures', text: 'A plan recomputed' },
    permission: 'statistics.view',
    audit: 'none',
    handle: ({ shell, page }) =>
      page(
        RecomputedPage({
          shell,
          figures: reproducedFigures(),
          contradictions: contradictionsOfPlan(),
          measures: planMeasures(),
        }),
      ),
  }),
];

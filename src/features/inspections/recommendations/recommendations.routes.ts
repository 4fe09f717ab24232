import { can } from '../../../domain/access/can.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { oneInspection } from '../inspections.queries.ts';
import { mayWriteIn } from '../may-write.ts';
import { ProgressPage } from './progress.view.tsx';
import { recommendationRoutes } from './recommendation.routes.tsx';
import { allRecommendations, recommendationsOf } from './recommendations.queries.ts';
import { RecommendationsPage } from './recommendations.view.tsx';

/** Recommendations and how far they are: for those who hold the inspection, and the board once it is published. */
export const recommendationsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.progress,
    tab: { section: 'inspection', text: 'Recommendations', place: 2 },
    permission: 'inspection.progress',
    audit: 'none',
    handle: async ({ tx, shell, today, page }) =>
      page(ProgressPage({ shell, today, recommendations: await allRecommendations(tx) })),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.recommendations(':inspectionId'),
    permission: 'inspection.progress',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, param, page, notFound }) => {
      const inspection = await oneInspection(tx, param('inspectionId'));
      if (!inspection) return notFound();
      return page(
        RecommendationsPage({
          shell,
          inspection,
          today,
          recommendations: await recommendationsOf(tx, inspection.id),
          mayAdd: mayWriteIn(actor, inspection),
          mayOpen: can(actor, 'inspection.view'),
        }),
      );
    },
  }),
  ...recommendationRoutes,
];

import { isId } from '../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { discussRoutes } from './discuss.routes.ts';
import { feedbackOf, workersWithFeedback } from './feedback.queries.ts';
import { FeedbackPage } from './feedback.view.tsx';
import { SupervisionsPage } from './supervisions.view.tsx';

export const feedbackRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.feedback,
    permission: 'audit.feedback',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, page }) =>
      page(
        FeedbackPage({
          shell,
          today,
          worker: null,
          feedback: await feedbackOf(tx, actor.serviceId, { workerId: actor.staffId }),
        }),
      ),
  }),
  pageRoute({
    method: 'get',
    path: urls.audits.supervisions,
    permission: 'oversight.write',
    audit: 'view',
    handle: async ({ tx, actor, shell, page }) =>
      page(SupervisionsPage({ shell, workers: await workersWithFeedback(tx, actor.serviceId) })),
  }),
  pageRoute({
    method: 'get',
    path: urls.audits.supervision(':staffId'),
    permission: 'oversight.write',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, page, param, notFound }) => {
      const staffId = param('staffId');
      if (!isId(staffId)) return notFound();
      const worker = await tx
        .selectFrom('staff')
        .select(['id', 'name'])
        .where('service_id', '=', actor.serviceId)
        .where('id', '=', staffId)
        .executeTakeFirst();
      if (!worker) return notFound();
      return page(
        FeedbackPage({
          shell,
          today,
          worker,
          feedback: await feedbackOf(tx, actor.serviceId, { workerId: worker.id }),
        }),
      );
    },
  }),
  ...discussRoutes,
];

import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { discussRoutes } from './discuss.routes.tsx';
import { feedbackOf } from './feedback.queries.ts';
import { FeedbackPage } from './feedback.view.tsx';
import { supervisionsRoutes } from './supervisions.routes.tsx';

type Worker = { readonly id: string; readonly name: string };

export const feedbackRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.feedback,
    tab: { section: 'home', text: 'Audit feedback' },
    permission: 'audit.feedback',
    audit: 'view',
    handle: (context) => draw(context, null),
  }),
  ...supervisionsRoutes,
  pageRoute({
    method: 'get',
    path: urls.audits.supervision(':staffId'),
    permission: 'oversight.write',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, param, notFound } = context;
      const staffId = param('staffId');
      if (!isId(staffId)) return notFound();
      const worker = await tx
        .selectFrom('staff')
        .select(['id', 'name'])
        .where('service_id', '=', actor.serviceId)
        .where('id', '=', staffId)
        .executeTakeFirst();
      if (!worker) return notFound();
      return draw(context, worker);
    },
  }),
  ...discussRoutes,
];

async function draw(
  { tx, actor, shell, today, page }: PageContext,
  worker: Worker | null,
): Promise<Response> {
  const feedback = await feedbackOf(tx, actor.serviceId, {
    workerId: worker?.id ?? actor.staffId,
  });
  return page(FeedbackPage({ shell, today, worker, feedback }));
}

import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { mayWriteIn } from '../may-write.ts';
import { openInspection } from '../open-inspection.ts';
import { meetingRoutes } from './meeting.routes.tsx';
import { decisionsOf, meetingsOf } from './panel.queries.ts';
import { PanelPage } from './panel.view.tsx';

/** The ratings panel and its meetings. */
export const panelRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.panel(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const open = await openInspection(tx, param('inspectionId'));
      if (!open) return notFound();
      return page(
        PanelPage({
          shell,
          open,
          meetings: await meetingsOf(tx, open.inspection.id),
          decisions: await decisionsOf(tx, open.inspection.id),
          mayRate: mayWriteIn(actor, open.inspection, 'inspection.rate'),
        }),
      );
    },
  }),
  ...meetingRoutes,
];

import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { oneInspection } from '../inspections.queries.ts';
import { mayWriteIn } from '../may-write.ts';
import { textRoutes } from './text.routes.tsx';
import { textsOf } from './texts.queries.ts';
import { TextsPage } from './texts.view.tsx';

/** The written parts of the report. */
export const textsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.texts(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const inspection = await oneInspection(tx, param('inspectionId'));
      if (!inspection) return notFound();
      const mayEdit = mayWriteIn(actor, inspection);
      const texts = await textsOf(tx, inspection.id);
      return page(TextsPage({ shell, inspection, texts, mayEdit }));
    },
  }),
  ...textRoutes,
];

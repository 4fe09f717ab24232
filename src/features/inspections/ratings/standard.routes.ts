import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { mayWriteIn } from '../may-write.ts';
import { evidenceOf } from './evidence.queries.ts';
import { openStandard } from './open-standard.ts';
import { rateRoutes } from './rate.routes.tsx';
import { StandardPage } from './standard.view.tsx';

/** One standard, and its rating. */
export const standardRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.standard(':inspectionId', ':standard'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, page, notFound } = context;
      const about = await openStandard(context);
      if (!about) return notFound();
      const { inspection, line, recorded } = about;
      return page(
        StandardPage({
          shell,
          inspection,
          line,
          recorded,
          evidence: await evidenceOf(tx, inspection.id, line.standard.id),
          mayEdit: mayWriteIn(actor, inspection),
          mayRate: mayWriteIn(actor, inspection, 'inspection.rate'),
        }),
      );
    },
  }),
  ...rateRoutes,
];

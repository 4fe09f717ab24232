import { can } from '../../domain/access/can.ts';
import { type Code, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { MergesTold, mergesOf } from '../../record/merges-told.tsx';
import { urls } from '../../urls.ts';
import { detailsOf } from './details.queries.ts';
import { DetailsPage } from './details.view.tsx';
import { detailsEditRoutes } from './details-edit.routes.tsx';
import { partsOf } from './details-parts.ts';

export const detailsRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.details(':childId'),
    tab: { room: 'about', text: 'Details', place: 1 },
    permission: 'child.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, shell, today, page } = context;
      const details = await detailsOf(tx, actor.serviceId, child.id);
      const { sex } = await codeLists(tx, ['sex']);
      return page(
        DetailsPage({
          shell,
          child,
          today,
          parts: partsOf(child, details, sexWords(sex, child.sex), actor),
          merges: MergesTold({ context, merges: await mergesOf(tx, child.id) }),
          mayMerge: can(actor, 'child.merge'),
        }),
      );
    },
  }),
  ...detailsEditRoutes,
];

const sexWords = (codes: readonly Code[], sex: string) =>
  ({ unknown: 'Not known yet', 'not-asked': 'Not asked' })[sex] ?? labelOf(codes, sex);

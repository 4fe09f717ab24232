import { can } from '../../domain/access/can.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { approvalRoutes } from './approval.routes.tsx';
import { canClose, closingRoutes } from './closing.routes.tsx';
import { involvements } from './closure.queries.ts';
import { InvolvementsPage } from './involvements.view.tsx';
import { passRoutes } from './pass.routes.tsx';

/** The child's pieces of work, and the closing of each. */
export const closureRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.closure.list(':childId'),
    tab: { room: 'work', text: 'Involvements', place: 9 },
    permission: 'child.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, child, shell, today, actor, page } = context;
      const rows = await involvements(tx, child.id);
      const codes = await codeLists(tx, [
        'involvement_type',
        'closure_reason',
        'disengagement_reason',
      ]);
      return page(
        InvolvementsPage({
          shell,
          child,
          today,
          rows,
          typeName: (code) => labelOf(codes.involvement_type, code),
          endReason: (code) => labelOf(codes.closure_reason, code),
          disengagement: (code) => labelOf(codes.disengagement_reason, code),
          canRead: can(actor, 'oversight.read'),
          canClose: canClose(context),
          canApprove: can(actor, 'closure.approve'),
        }),
      );
    },
  }),
  ...closingRoutes,
  ...passRoutes,
  ...approvalRoutes,
];

import { can } from '../../../domain/access/can.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { oneAudit } from '../audits.queries.ts';
import { casesOf, inspectionOf } from './audit.queries.ts';
import { AuditPage } from './audit.view.tsx';
import { endAuditRoutes } from './end-audit.routes.tsx';

export const auditPageRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.one(':auditId'),
    permission: 'audit.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, param, page, notFound }) => {
      const audit = await oneAudit(tx, actor.serviceId, param('auditId'));
      if (!audit) return notFound();
      return page(
        AuditPage({
          shell,
          today,
          audit,
          cases: audit.drawnOn ? await casesOf(tx, actor.serviceId, audit.id) : [],
          inspection: await inspectionOf(tx, audit.id),
          types: (await codeLists(tx, ['involvement_type'])).involvement_type,
          mayManage: can(actor, 'audit.manage'),
          me: actor.staffId,
        }),
      );
    },
  }),
  ...endAuditRoutes,
];

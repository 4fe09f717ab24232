import { can } from '../../../domain/access/can.ts';
import { addMonths } from '../../../domain/calendar/day.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { auditLines, myReadings } from '../audits.queries.ts';
import { casesToSettle } from '../cases/settle.queries.ts';
import { settlerRoles } from '../people.queries.ts';
import { AuditsPage } from './list.view.tsx';

export const listRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.list,
    tab: { section: 'oversight', text: 'Audits' },
    permission: 'audit.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, page }) =>
      page(
        AuditsPage({
          shell,
          today,
          audits: await auditLines(tx, actor.serviceId, addMonths(today, -14), addMonths(today, 2)),
          readings: await myReadings(tx, actor.serviceId, actor.staffId),
          toSettle: settlerRoles.some((role) => role === actor.role)
            ? await casesToSettle(tx, actor.serviceId, actor.staffId)
            : [],
          mayManage: can(actor, 'audit.manage'),
          maySupervise: can(actor, 'oversight.write'),
        }),
      ),
  }),
];

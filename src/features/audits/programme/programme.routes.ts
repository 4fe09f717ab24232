import { can } from '../../../domain/access/can.ts';
import { programmeMonths, programmeYear } from '../../../domain/audits/programme.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { auditLines } from '../audits.queries.ts';
import { ProgrammePage } from './programme.view.tsx';

export const programmeRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.programme(),
    permission: 'audit.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, page, query }) => {
      const asked = query('year');
      const year = /^20\d\d$/.test(asked) ? Number(asked) : programmeYear(today);
      const months = programmeMonths(year);
      const audits = await auditLines(
        tx,
        actor.serviceId,
        months[0] ?? today,
        months.at(-1) ?? today,
      );
      return page(
        ProgrammePage({
          shell,
          today,
          year,
          mayManage: can(actor, 'audit.manage'),
          months: months.map((month) => ({
            month,
            audits: audits.filter((audit) => audit.month === month),
          })),
        }),
      );
    },
  }),
];

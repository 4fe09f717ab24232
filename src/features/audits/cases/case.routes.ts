import { logLook } from '../../../platform/audit/access-log.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { CasePage } from './case.view.tsx';
import { giveBackRoutes } from './give-back.routes.tsx';
import { openCase } from './open-case.ts';
import { readerRoutes } from './reader.routes.tsx';
import { settlersOf } from './settle.queries.ts';

const path = urls.audits.caseOne(':auditId', ':caseId');

export const caseRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path,
    permission: 'audit.manage',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, today, page, notFound } = context;
      const open = await openCase(context);
      if (!open) return notFound();
      const { id, child, childId, toModerate } = open.one;
      if (child) await logLook(tx, actor, { kind: 'view', page: path, childId });
      const settlers = toModerate > 0 ? await settlersOf(tx, actor.serviceId, [id], today) : [];
      return page(CasePage({ shell, ...open, settlers: settlers.map(({ name }) => name) }));
    },
  }),
  ...readerRoutes,
  ...giveBackRoutes,
];

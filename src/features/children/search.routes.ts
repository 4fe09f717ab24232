import { can } from '../../domain/access/can.ts';
import { parseQuery } from '../../domain/people/parse-query.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { findChildren, openedLately } from './search.queries.ts';
import { SearchPage } from './search.view.tsx';
import { whyFound } from './why-found.ts';

const most = 25;

export const searchRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.children.search(),
    permission: 'child.search',
    audit: 'search',
    handle: async ({ tx, actor, query, shell, today, page }) => {
      const q = query('q').trim().slice(0, 200);
      const parts = q ? parseQuery(q, today) : [];
      const found = q ? await findChildren(tx, parts, most) : null;
      const { sex } = await codeLists(tx, ['sex']);
      return page(
        SearchPage({
          shell,
          today,
          q,
          most,
          results: found?.map((child) => ({ ...child, why: whyFound(parts, child) })) ?? null,
          lately: q ? [] : await openedLately(tx, actor.staffId),
          sexes: new Map(sex.map(({ code, label }) => [code, label])),
          mayCreate: can(actor, 'child.create'),
          seesGaps: can(actor, 'child.gaps'),
        }),
      );
    },
  }),
];

import { can } from '../../domain/access/can.ts';
import { parseQuery } from '../../domain/people/parse-query.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { mayGoBackTo } from '../../platform/http/may-go-back-to.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { findChildren, longestSearch, openedLately } from './search.queries.ts';
import { SearchPage } from './search.view.tsx';
import { whyFound } from './why-found.ts';

const most = 25;

async function searchPage({ tx, actor, shell, today, page }: PageContext, q: string, next = '') {
  const parts = q ? parseQuery(q, today) : [];
  const found = q ? await findChildren(tx, parts, most) : null;
  const { sex } = await codeLists(tx, ['sex']);
  return page(
    SearchPage({
      shell,
      today,
      q,
      next: next === 'referral' && can(actor, 'referral.create') ? 'referral' : '',
      most,
      results: found?.map((child) => ({ ...child, why: whyFound(parts, child) })) ?? null,
      lately: q ? [] : await openedLately(tx, actor.staffId),
      sexes: new Map(sex.map(({ code, label }) => [code, label])),
      mayCreate: can(actor, 'child.create'),
      seesGaps: can(actor, 'child.gaps'),
      seesMerged: can(actor, 'child.unmerge'),
    }),
  );
}

/** What is searched for is a name: it is posted, so that no address, log or history of a browser holds it. */
export const searchRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.children.search,
    tab: { section: 'children', text: 'Children', place: 1 },
    permission: 'child.search',
    audit: 'view',
    handle: (context) => searchPage(context, ''),
  }),
  pageRoute({
    method: 'post',
    path: urls.children.search,
    permission: 'child.search',
    audit: 'search',
    handle: async (context) => {
      const form = await context.form();
      const q = form.text('q').slice(0, longestSearch);
      mayGoBackTo(context.c);
      return searchPage(context, q, form.text('next'));
    },
  }),
];

import { can } from '../../domain/access/can.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { inboxCounts, inboxRows, stages } from './inbox.queries.ts';
import { InboxPage } from './inbox.view.tsx';

const pageSize = 30;

/** What came in and where it stands. */
export const inboxRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.referrals.inbox,
    tab: { section: 'intake', text: 'Referrals', place: 1 },
    permission: 'referral.inbox',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, query, page }) => {
      const filter = {
        stage: stages.find((stage) => stage === query('show')) ?? 'received',
        isKnifeOnly: query('knife') === '1',
        isLateOnly: query('late') === '1',
      };
      const pageNumber = pageAsked(query('page'));
      const counts = await inboxCounts(tx, actor.serviceId, today);
      const rows = await inboxRows(tx, actor.serviceId, filter, today, {
        limit: pageSize + 1,
        offset: (pageNumber - 1) * pageSize,
      });
      const codes = await codeLists(tx, ['referral_source', 'referral_pathway']);
      return page(
        InboxPage({
          shell,
          today,
          filter,
          counts,
          rows: rows.slice(0, pageSize),
          hasMore: rows.length > pageSize,
          pageNumber,
          sources: codes.referral_source,
          pathways: codes.referral_pathway,
          may: {
            import: can(actor, 'referral.import'),
            create: can(actor, 'referral.create'),
            triage: can(actor, 'referral.triage'),
            allocate: can(actor, 'child.allocate'),
          },
        }),
      );
    },
  }),
];

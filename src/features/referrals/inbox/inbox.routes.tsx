import { can } from '../../../domain/access/can.ts';
import type { Code } from '../../../domain/reference/codes.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { urls } from '../../../urls.ts';
import { inboxCounts, inboxRows, type Stage, stages } from './inbox.queries.ts';
import { emptyWords, InboxPage, stageWords } from './inbox.view.tsx';
import { inboxColumns } from './inbox-columns.view.tsx';

async function subject({ tx, actor, today, query }: PageContext) {
  const codes = await codeLists(tx, ['referral_source', 'referral_pathway']);
  return {
    today,
    filter: {
      stage: stages.find((stage): stage is Stage => stage === query('show')) ?? 'received',
      isKnifeOnly: query('knife') === '1',
      isLateOnly: query('late') === '1',
    },
    counts: await inboxCounts(tx, actor.serviceId, today),
    sources: codes.referral_source as readonly Code[],
    pathways: codes.referral_pathway as readonly Code[],
    may: { triage: can(actor, 'referral.triage'), allocate: can(actor, 'child.allocate') },
  };
}

/** What came in and where it stands. */
export const inboxRoutes = serviceList({
  path: urls.referrals.inbox,
  tab: { section: 'intake', text: 'Referrals', place: 1 },
  permission: 'referral.inbox',
  audit: 'view',
  caption: ({ filter }) => stageWords[filter.stage],
  file: 'referrals',
  size: 30,
  empty: (_isFiltered, { filter }) =>
    filter.isKnifeOnly || filter.isLateOnly
      ? 'No referral here fits what you show.'
      : emptyWords[filter.stage],
  subject,
  rows: ({ tx, actor, today }, { filter }, page) =>
    inboxRows(tx, actor.serviceId, filter, today, page),
  columns: inboxColumns,
  view: ({ context: { shell }, subject: { filter, counts }, list }) => (
    <InboxPage shell={shell} filter={filter} counts={counts} list={list} />
  ),
});

import { can } from '../../../domain/access/can.ts';
import { homes } from '../../../domain/access/homes.data.ts';
import { inOrder, listOf, waitingLists } from '../../../domain/oversight/inbox.ts';
import { countOwedByOthers, cutAt, dutiesOf, owedByOthers } from '../../../platform/db/due-work.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { teamPage } from '../team/team.routes.ts';
import { DueListPage } from './due-list.view.tsx';
import { childrenOf, entriesHeld, inboxCounts, panelsOf } from './home.queries.ts';
import { Home, type PanelRow } from './home.view.tsx';
import {
  aRowAVictim,
  caseloadOf,
  contactsToday,
  dueRows,
  listPart,
  missedOf,
} from './home-model.ts';

export const homeRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.home,
    tab: { section: 'home', text: 'Home', place: 1 },
    permission: 'signed-in',
    audit: 'view',
    handle: (context) => (can(context.actor, 'home.team') ? teamPage(context) : home(context)),
  }),
  pageRoute({
    method: 'get',
    path: urls.oversight.waiting(':list'),
    tab: { under: urls.home },
    permission: 'signed-in',
    audit: 'view',
    handle: wholeList,
  }),
];

/** All that waits for this person, most urgent first, then their panels, their children and what else they may open. */
async function home(context: PageContext) {
  const { tx, actor, shell, today, now, query, page } = context;
  const holds = homes[actor.role].children;
  const { listed, mine, cut } = await waitingFor(context);
  const ids = listed.map(({ id }) => id);
  const panels = can(actor, 'home.panel') ? await panelsOf(tx, actor, now) : [];
  const onPage = (to: number) => `${urls.onPage(context.c.req.url, to)}#children`;
  return page(
    Home({
      shell,
      home: homes[actor.role],
      caseload: caseloadOf(listed, mine, today, query('page'), onPage),
      missed: listed.filter((child) => missedOf(child) > 0).length,
      mine,
      cut,
      others: holds?.othersOwe ? await countOwedByOthers(tx, actor, ids) : 0,
      panels: panels.map((panel) => panelRow(panel, now)),
      entries: can(actor, 'register.import') ? await entriesHeld(tx, actor.serviceId) : 0,
      inbox: can(actor, 'referral.import') ? await inboxCounts(tx, actor.serviceId) : null,
    }),
  );
}

/** A person's children, and all that waits for them in its order. */
async function waitingFor({ tx, actor, today }: PageContext) {
  const ties = homes[actor.role].children?.ties ?? [];
  const listed = await childrenOf(tx, actor.serviceId, [actor.staffId], ties);
  const duties = await dutiesOf(tx, actor);
  const rows = dueRows(actor, aRowAVictim(duties), today);
  const mine = inOrder([...contactsToday(listed, today), ...rows]);
  return { listed, mine, cut: cutAt(actor, duties) };
}

const others = { id: 'others', title: 'Owed by others', tone: 'neutral' } as const;

/** One list of a home, whole; or what others owe. */
async function wholeList(context: PageContext) {
  const { tx, actor, shell, today, param, query, page, notFound } = context;
  const asked = param('list');
  const list = asked === 'others' ? others : waitingLists.find(({ id }) => id === asked);
  if (!list) return notFound();
  const { listed, mine } = await waitingFor(context);
  const isOthers = list === others;
  const ids = listed.map(({ id }) => id);
  const all = isOthers
    ? dueRows(actor, await owedByOthers(tx, actor, ids), today)
    : mine.filter((row) => listOf(row) === list.id);
  return page(
    DueListPage({
      shell,
      back: { href: urls.home, text: 'Home' },
      title: list.title,
      tone: list.tone,
      isOthers,
      empty: 'Nothing of this waits.',
      ...listPart(all, query('page'), (to) => urls.onPage(context.c.req.url, to)),
    }),
  );
}

type PanelFound = Awaited<ReturnType<typeof panelsOf>>[number];

const panelRow = (panel: PanelFound, now: Date): PanelRow => ({
  id: panel.id,
  name: panel.name,
  startsAt: panel.starts_at,
  place: panel.place,
  isOpen: panel.window_opens <= now,
  opensAt: panel.window_opens,
});

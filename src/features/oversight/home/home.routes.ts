import { can } from '../../../domain/access/can.ts';
import { homes } from '../../../domain/access/homes.data.ts';
import { inOrder } from '../../../domain/oversight/inbox.ts';
import { dueWork, dutiesOf } from '../../../platform/db/due-work.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { teamPage } from '../team/team.routes.ts';
import { childrenOf, inboxCounts, panelsOf } from './home.queries.ts';
import { Home, type PanelRow } from './home.view.tsx';
import { aRowAVictim, childRows, contactsToday, dueRows } from './home-model.ts';

export const homeRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.home,
    tab: { section: 'home', text: 'Home' },
    permission: 'signed-in',
    audit: 'view',
    handle: (context) => (can(context.actor, 'home.team') ? teamPage(context) : home(context)),
  }),
];

/** All that waits for this person, most urgent first, then their panels, their children and what else they may open. */
async function home(context: PageContext) {
  const { tx, actor, shell, today, now, page } = context;
  const holds = homes[actor.role].children;
  const listed = await childrenOf(tx, actor.serviceId, [actor.staffId], holds?.ties ?? []);
  const duties = aRowAVictim(await dutiesOf(tx, actor));
  const mine = inOrder([...contactsToday(listed, today), ...dueRows(actor, duties, today)]);
  const keys = new Set(mine.map(({ key }) => key));
  const theirs = holds?.othersOwe
    ? await dueWork(
        tx,
        actor.serviceId,
        listed.map(({ id }) => id),
      )
    : [];
  const panels = can(actor, 'home.panel') ? await panelsOf(tx, actor, now) : [];
  return page(
    Home({
      shell,
      home: homes[actor.role],
      listed: childRows(listed, mine, today),
      mine,
      others: dueRows(actor, theirs, today).filter(({ key }) => !keys.has(key)),
      panels: panels.map((panel) => panelRow(panel, now)),
      inbox: can(actor, 'referral.import') ? await inboxCounts(tx, actor.serviceId) : null,
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

import { inOrder } from '../../../domain/oversight/inbox.ts';
import { cutAt, dueWork, dutiesOf } from '../../../platform/db/due-work.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageAsked } from '../../../platform/http/page-asked.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { childrenOf } from '../home/home.queries.ts';
import { dueRows } from '../home/home-model.ts';
import { pickTeam, type Team } from './pick-team.ts';
import { type TeamWorker, teamWorkers, waitingCounts, workersAPage } from './team.queries.ts';
import { TeamPage } from './team.view.tsx';
import { workerRows } from './team-model.ts';

export const teamRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.oversight.team,
    tab: { section: 'oversight', text: 'Team', keeps: 'team' },
    permission: 'home.team',
    audit: 'view',
    handle: (context) => teamPage(context),
  }),
];

/** The manager's home, under its own address and as their first page. */
export async function teamPage(context: PageContext) {
  const { tx, actor, shell, today, page } = context;
  const waiting = await waitingCounts(tx, actor);
  const { number, workers, ...shown } = await workersAsked(context, waiting.teams);
  const { children, duties } = await workOf(context, workers);
  const own = await dutiesOf(tx, actor);
  return page(
    TeamPage({
      shell,
      ...shown,
      ...workerRows(actor, workers, children, duties, today),
      waiting,
      mine: inOrder(dueRows(actor, own, today)),
      cut: cutAt(actor, own),
      page: number,
      pages: Math.max(1, Math.ceil((workers[0]?.total ?? 0) / workersAPage)),
    }),
  );
}

/** The workers on one page of a team. */
export async function workersAsked(
  { tx, actor, today, query }: PageContext,
  teams: readonly Team[],
) {
  const team = pickTeam(actor, teams, query('team'));
  const number = pageAsked(query('page'));
  const workers = await teamWorkers(tx, actor.serviceId, team?.id ?? null, today, number);
  return { teams, team, number, workers };
}

/** The children of some workers, and what is due: what is counted and what the counts open to. */
export async function workOf({ tx, actor }: PageContext, workers: readonly TeamWorker[]) {
  const staff = workers.map(({ id }) => id);
  const children = await childrenOf(tx, actor.serviceId, staff, ['allocated']);
  const ids = children.map(({ id }) => id);
  return { children, duties: await dueWork(tx, actor.serviceId, ids, staff) };
}

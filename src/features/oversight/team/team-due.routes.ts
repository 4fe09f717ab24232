import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { childRows, dueRows, owedByMe } from '../home/home-model.ts';
import { teamsOf } from './team.queries.ts';
import { teamWork } from './team.routes.ts';
import { TeamDuePage, WorkerDuePage } from './team-due.view.tsx';

/** What the numbers on the team's page count: everybody's late work, or all that one worker has to do. */
export const teamDueRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.oversight.due(),
    permission: 'home.team',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, today, query, page, notFound } = context;
      const { team, workers, children, duties, number } = await teamWork(
        context,
        await teamsOf(tx, actor.serviceId),
      );
      const staffOf = new Map(children.map(({ id, staffId }) => [id, staffId]));
      const owed = (staffId: string) =>
        owedByMe(duties, staffId, (childId) => staffOf.get(childId) === staffId);
      const back = urls.oversight.ofTeam(urls.oversight.team, team?.id ?? 'all', number);
      const asked = query('worker');
      if (!asked) {
        const theirs = new Set(workers.flatMap(({ id }) => owed(id)));
        const rows = dueRows(
          actor,
          duties.filter((duty) => theirs.has(duty)),
          today,
        );
        const late = rows.filter(({ urgency }) => urgency === 'overdue');
        return page(TeamDuePage({ shell, back, rows: late, team: team?.name ?? 'All teams' }));
      }
      const worker = workers.find(({ id }) => id === asked);
      if (!worker) return notFound();
      const rows = dueRows(actor, owed(worker.id), today);
      const own = children.filter(({ staffId }) => staffId === worker.id);
      return page(
        WorkerDuePage({ shell, back, worker, rows, children: childRows(own, rows, today) }),
      );
    },
  }),
];

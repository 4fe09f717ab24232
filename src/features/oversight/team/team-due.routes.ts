import { inOrder, listOf, waitingLists } from '../../../domain/oversight/inbox.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { DueListPage } from '../home/due-list.view.tsx';
import { caseloadOf, dueRows, listPart, owedByMe } from '../home/home-model.ts';
import { type TeamWorker, teamsOf } from './team.queries.ts';
import { workersAsked, workOf } from './team.routes.ts';
import { WorkerDuePage } from './team-due.view.tsx';

/** What the numbers on the team's page count: everybody's late work, or all that one worker has to do. */
export const teamDueRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.oversight.due(),
    permission: 'home.team',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, query, page, notFound } = context;
      const teams = await teamsOf(tx, actor.serviceId);
      const { team, workers, number } = await workersAsked(context, teams);
      const shown = { team: team?.id ?? 'all', page: `${number}` };
      const href = urls.oversight.ofTeam(urls.oversight.team, shown.team, number);
      const back = { href, text: 'Back to the team' };
      const asked = query('worker');
      if (asked) {
        const worker = workers.find(({ id }) => id === asked);
        return worker ? workerDue(context, worker, shown, back) : notFound();
      }
      const { rows } = await owedBy(context, workers);
      const late = rows.filter(({ urgency }) => urgency === 'overdue');
      return page(
        DueListPage({
          shell,
          back,
          title: 'Overdue',
          of: team?.name ?? 'All teams',
          tone: 'late',
          isOthers: true,
          empty: 'Nothing is overdue with these workers.',
          ...listPart(late, query('at'), (to) => urls.oversight.due({ ...shown, at: `${to}` })),
        }),
      );
    },
  }),
];

/** All that one worker has to do, with their children; or one list of it, whole. */
async function workerDue(
  context: PageContext,
  worker: TeamWorker,
  shown: Readonly<Record<'team' | 'page', string>>,
  back: { readonly href: string; readonly text: string },
) {
  const { shell, today, query, page } = context;
  const { children, rows } = await owedBy(context, [worker]);
  const address = (more: Readonly<Partial<Record<'which' | 'at', string>>>) =>
    urls.oversight.due({ ...shown, worker: worker.id, ...more });
  const list = waitingLists.find(({ id }) => id === query('which'));
  if (!list) {
    const at = (to: number) => `${address({ at: `${to}` })}#children`;
    const caseload = caseloadOf(children, rows, today, query('at'), at);
    const whole = (which: string) => address({ which });
    return page(WorkerDuePage({ shell, back, worker, rows, whole, caseload }));
  }
  const all = rows.filter((row) => listOf(row) === list.id);
  return page(
    DueListPage({
      shell,
      back: { href: address({}), text: worker.name },
      title: list.title,
      of: worker.name,
      tone: list.tone,
      empty: 'Nothing of this waits.',
      ...listPart(all, query('at'), (to) => address({ which: list.id, at: `${to}` })),
    }),
  );
}

/** What some workers owe themselves, and their children. */
async function owedBy(context: PageContext, workers: readonly TeamWorker[]) {
  const { children, duties } = await workOf(context, workers);
  const staffOf = new Map(children.map(({ id, staffId }) => [id, staffId]));
  const owed = new Set(
    workers.flatMap(({ id }) => owedByMe(duties, id, (childId) => staffOf.get(childId) === id)),
  );
  const rows = dueRows(
    context.actor,
    duties.filter((duty) => owed.has(duty)),
    context.today,
  );
  return { children, rows: inOrder(rows) };
}

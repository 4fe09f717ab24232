import { dueWork } from '../../platform/db/due-work.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { dueLink } from '../../record/subject-link.ts';
import { urls } from '../../urls.ts';
import { atAGlance } from './overview.queries.ts';
import { OverviewPage } from './overview.view.tsx';

const owedBy: Readonly<Record<string, string>> = {
  worker: 'the child’s worker',
  manager: 'a manager',
  police: 'police',
  partner: 'the partner agency',
  'victim-worker': 'the victim worker',
};
const most = 12;

export const overviewRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.overview(':childId'),
    tab: { room: 'overview', text: 'Overview' },
    permission: 'child.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, page }) => {
      const glance = await atAGlance(tx, actor.serviceId, child.id);
      const duties = await dueWork(tx, actor.serviceId, [child.id]);
      const due = duties.slice(0, most).map((duty) => ({
        what: duty.what,
        dueOn: duty.dueOn,
        href: dueLink(actor, duty, child),
        owner: duty.ownerId === actor.staffId ? 'you' : (owedBy[duty.owedBy] ?? ''),
      }));
      return page(OverviewPage({ shell, child, today, glance, due }));
    },
  }),
];

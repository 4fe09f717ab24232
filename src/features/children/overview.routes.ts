import { owingWords } from '../../domain/access/owing.data.ts';
import { dueWork } from '../../platform/db/due-work.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { dueLink } from '../../record/subject-link.ts';
import { urls } from '../../urls.ts';
import { atAGlance } from './overview.queries.ts';
import { OverviewPage } from './overview.view.tsx';

const most = 12;
const ownerOf = (owedBy: string) =>
  owedBy === 'worker' ? 'the child’s worker' : owingWords(owedBy);

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
        owner: duty.ownerId === actor.staffId ? 'you' : ownerOf(duty.owedBy),
      }));
      return page(OverviewPage({ shell, child, today, glance, due }));
    },
  }),
];

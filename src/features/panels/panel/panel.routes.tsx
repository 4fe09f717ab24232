import { can } from '../../../domain/access/can.ts';
import { panelRule, quorumOf } from '../../../domain/panels/quorum.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { Route } from '../../../platform/http/route.ts';
import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { itemsOf, itemsWithGate } from '../item/gate.queries.ts';
import { seesGate } from '../may-change.ts';
import { attendanceRoutes } from './attendance.routes.tsx';
import { openPapers } from './open-papers.ts';
import { PanelPage } from './panel.view.tsx';
import { panelListRoutes } from './panel-list.routes.tsx';
import { asAttendees, panelOne } from './panels.queries.ts';
import { mayBeMoved, setUpRoutes } from './set-up.routes.tsx';

/** Everything about the panels of the service; what they decide about a child is in that child's record. */
export const panelsRoutes: readonly Route[] = [
  ...panelListRoutes,
  ...setUpRoutes,
  ...attendanceRoutes,
  ...serviceForm({
    path: urls.panels.one(':panelId'),
    reads: 'panel.view',
    writes: 'panel.manage',
    audit: 'view',
    fields: {},
    subject,
    stored: ({ panel: { id, version } }) => ({ id, version }),
    // The form of the page cancels it.
    save: async ({ tx, actor }, { panel }) => {
      if (panel.status !== 'planned') return { kind: 'moved-on' };
      const saved = await changeRow(tx, 'panel', panel, { status: 'cancelled' });
      if (saved.kind === 'saved') await openPapers(tx, actor, panel.id);
      return saved;
    },
    view: (page) => <PanelPage {...page} />,
    done: ({ panel }) => ({
      to: urls.panels.one(panel.id),
      message: 'Saved: the panel is cancelled and its papers are closed',
    }),
  }),
];

export type PanelSubject = NonNullable<Awaited<ReturnType<typeof subject>>>;

async function subject({ tx, actor, now, param }: PageContext) {
  const panel = isId(param('panelId')) ? await panelOne(tx, param('panelId')) : undefined;
  if (!panel) return undefined;
  const rule = panelRule(panel.kind);
  // An order has no gate before its panel.
  const all = rule.about === 'referral' && seesGate(actor);
  return {
    panel,
    items: all ? await itemsWithGate(tx, { panelId: panel.id }) : await itemsOf(tx, panel.id),
    quorum: quorumOf(rule, asAttendees(panel.attendees)),
    rule,
    /** It has not met, so its day, place and window may change. */
    mayMove: can(actor, 'panel.manage') && mayBeMoved(panel, now),
    seesGate: all,
    /** True for people who read papers and no more: they go straight to the paper. */
    readsPapersOnly:
      can(actor, 'panel.paper') && !can(actor, 'assessment.write') && !seesGate(actor),
  };
}

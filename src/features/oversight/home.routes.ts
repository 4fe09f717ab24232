import { can } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { urgencyOf } from '../../domain/oversight/urgency.ts';
import { type DueWork, dueWork } from '../../platform/db/due-work.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import {
  childrenOf,
  inboxCounts,
  panelsOf,
  questionsToAgency,
  victimDuties,
} from './home.queries.ts';
import { OpeningsHome, PanelHome, type PanelRow, WorkerHome } from './home.view.tsx';
import {
  childRows,
  contactsToday,
  type DueRow,
  dueRows,
  fullName,
  owedByMe,
} from './home-model.ts';
import { teamPage } from './team.routes.ts';
import { type Approval, decisionsToConfirm } from './waiting.queries.ts';

const workerKinds = ['allocated', 'co-worker', 'duty', 'named-list'];
const partnerKinds = ['partner', 'co-worker', 'information-request', 'named-list'];

export const homeRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.home,
    tab: { section: 'home', text: 'Home' },
    permission: 'signed-in',
    audit: 'view',
    handle: (context) => {
      const { actor } = context;
      if (can(actor, 'home.team')) return teamPage(context);
      if (actor.role === 'case-manager') return workerHome(context);
      if (actor.role === 'victim-worker') return victimHome(context);
      if (can(actor, 'home.mine')) return partnerHome(context);
      if (can(actor, 'home.panel')) return panelHome(context);
      return openingsHome(context);
    },
  }),
];

async function workerHome({ tx, actor, shell, today, page }: PageContext) {
  const children = await childrenOf(tx, actor.serviceId, [actor.staffId], workerKinds);
  const ids = new Set(children.map(({ id }) => id));
  const duties = await dueWork(tx, actor.serviceId, [...ids], [actor.staffId]);
  const own = owedByMe(duties, actor.staffId, (childId) => ids.has(childId));
  const mine = inOrder([...contactsToday(children, today), ...dueRows(actor, own, today)]);
  const others = dueRows(
    actor,
    duties.filter((duty) => ids.has(duty.childId) && !own.includes(duty)),
    today,
  );
  return page(
    WorkerHome({
      shell,
      children: childRows(children, mine, today),
      mine,
      others,
      panels: [],
      isPartner: false,
    }),
  );
}

async function partnerHome({ tx, actor, shell, today, now, page }: PageContext) {
  const children = await childrenOf(tx, actor.serviceId, [actor.staffId], partnerKinds);
  const ids = new Set(children.map(({ id }) => id));
  const duties = await dueWork(tx, actor.serviceId, [...ids], [actor.staffId]);
  const isMine = ({ childId, owedBy, ownerId }: DueWork) =>
    ownerId === actor.staffId ||
    (owedBy === 'police' && actor.role === 'police-officer' && ids.has(childId));
  const questions = await questionsToAgency(tx, actor);
  const panels = can(actor, 'home.panel') ? await panelsOf(tx, actor, now) : [];
  const mayConfirm = can(actor, 'decision.confirm');
  const approvals = mayConfirm ? await decisionsToConfirm(tx, actor.serviceId, null) : [];
  const mine = inOrder([
    ...approvals
      .filter(({ kind }) => kind === 'decision')
      .map((decision) => decisionRow(decision, today)),
    ...contactsToday(children, today),
    ...questions.map(
      (question): DueRow => ({
        key: `question ${question.id}`,
        what: 'Answer the service’s question',
        href: urls.information.answer(question.child_id, question.id),
        child: fullName(question),
        childHref: urls.child.overview(question.child_id),
        dueOn: question.due_on,
        urgency: urgencyOf(question.due_on, today),
        owner: '',
      }),
    ),
    ...dueRows(
      actor,
      // Decisions to confirm are above, for every child and not only those they work with.
      duties.filter(
        (duty) => isMine(duty) && !(mayConfirm && duty.standard === 'decision-confirm'),
      ),
      today,
    ),
  ]);
  return page(
    WorkerHome({
      shell,
      children: childRows(children, mine, today),
      mine,
      others: [],
      panels: panels.map((panel) => panelRow(panel, now)),
      isPartner: true,
    }),
  );
}

const decisionRow = (decision: Approval, today: Day): DueRow => ({
  key: `decision-confirm ${decision.subjectId}`,
  what: 'Confirm the panel’s decision',
  href: urls.panels.decision(decision.childId, decision.subjectId),
  child: fullName(decision),
  childHref: urls.child.overview(decision.childId),
  dueOn: decision.dueOn ?? decision.since,
  urgency: urgencyOf(decision.dueOn ?? decision.since, today),
  owner: '',
});

async function victimHome({ tx, actor, shell, today, page }: PageContext) {
  const children = await childrenOf(tx, actor.serviceId, [actor.staffId], partnerKinds);
  const victims = await victimDuties(tx, actor.serviceId);
  const duties = await dueWork(tx, actor.serviceId, [], [actor.staffId]);
  const promised = duties.filter(({ ownerId }) => ownerId === actor.staffId);
  const first = victims.map(
    (victim): DueRow => ({
      key: `victim ${victim.id}`,
      what: `${victim.what.replace('the person harmed', victim.label)}${victim.more > 0 ? `, and ${victim.more} more` : ''}`,
      href: urls.victims.vault(victim.child_id, victim.id),
      child: fullName(victim),
      childHref: urls.victims.list(victim.child_id),
      dueOn: victim.due_on,
      urgency: urgencyOf(victim.due_on, today),
      owner: '',
    }),
  );
  const mine = inOrder([...first, ...dueRows(actor, promised, today)]);
  return page(
    WorkerHome({
      shell,
      children: childRows(children, mine, today),
      mine,
      others: [],
      panels: [],
      isPartner: true,
    }),
  );
}

async function panelHome({ tx, actor, shell, now, page }: PageContext) {
  const panels = await panelsOf(tx, actor, now);
  return page(PanelHome({ shell, panels: panels.map((panel) => panelRow(panel, now)) }));
}

const leads: Readonly<Record<string, string>> = {
  'business-support': 'The inbox first: a list that waits is a child who waits.',
  analyst: 'You see figures and rules, and no child’s record.',
  'board-member': 'You see how the service is doing, and no child’s record.',
  administrator:
    'You keep staff, access and the service’s own time limits. You see no child’s record.',
  auditor:
    'You see the children of your sample until its end, and change nothing in their records.',
  inspector:
    'You see the children of your sample until its end, and change nothing in their records.',
};

async function openingsHome({ tx, actor, shell, today, page }: PageContext) {
  const isReader = actor.role === 'auditor' || actor.role === 'inspector';
  const counts = can(actor, 'referral.import') ? await inboxCounts(tx, actor.serviceId) : null;
  const children = isReader
    ? childRows(
        await childrenOf(tx, actor.serviceId, [actor.staffId], ['sample', 'named-list']),
        [],
        today,
      )
    : null;
  return page(
    OpeningsHome({
      shell,
      lead: leads[actor.role] ?? 'What you may open is below.',
      figures: counts
        ? [
            {
              number: counts.received,
              words: 'referrals to triage',
              href: urls.referrals.inbox,
            },
            {
              number: counts.waiting,
              words: 'waiting to be allocated',
              href: urls.referrals.inbox,
            },
            { number: counts.holds, words: 'rows held for a person', href: urls.referrals.holds },
            {
              number: counts.running,
              words: 'lists on their way in',
              href: urls.referrals.imports,
            },
          ]
        : [],
      children,
    }),
  );
}

const inOrder = (rows: readonly DueRow[]) =>
  [...rows].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

type PanelFound = Awaited<ReturnType<typeof panelsOf>>[number];

const panelRow = (panel: PanelFound, now: Date): PanelRow => ({
  id: panel.id,
  name: panel.name,
  startsAt: panel.starts_at,
  place: panel.place,
  isOpen: panel.window_opens <= now,
  opensAt: panel.window_opens,
});

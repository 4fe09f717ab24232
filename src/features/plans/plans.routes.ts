import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { plainWordsHints } from '../../domain/plans/plan-checks.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { readKeptSafe } from '../../record/kept-safe.tsx';
import { urls } from '../../urls.ts';
import { addLineRoutes } from './add-line.routes.tsx';
import { agreeRoutes } from './agree.routes.tsx';
import { childSheetOf } from './child-sheet.ts';
import { ChildSheetPage } from './child-sheet.view.tsx';
import { happenedRoutes } from './happened.routes.tsx';
import { lineRoutes } from './line.routes.tsx';
import { NoPlanPage, PlanPage } from './plan.view.tsx';
import { draftOf, lacksOf } from './plan-draft.ts';
import { currentPlan, planNeeds, removedLines, victimLines } from './plans.queries.ts';
import { shareRoutes } from './share.routes.tsx';
import { startRoutes } from './start.routes.tsx';
import { takeOutRoutes } from './take-out.routes.ts';
import { VictimLinesPage } from './victim-lines.view.tsx';
import { wordsRoutes } from './words.routes.tsx';

const readsPlans = (context: ChildContext) =>
  can(context.actor, 'assessment.view') || canWriteFor(context.actor, 'RC5', context.child);

async function showPlan(context: ChildContext) {
  const { tx, child, shell, today, actor, page } = context;
  if (!readsPlans(context))
    return page(
      VictimLinesPage({
        shell,
        child,
        today,
        lines: await victimLines(tx, child.id),
        keptSafe: await readKeptSafe(tx, child.id),
      }),
    );
  const plan = await currentPlan(tx, child.id);
  const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  const canWrite = can(actor, 'plan.write') && canWriteFor(actor, 'RC5', child);
  if (!plan) return page(NoPlanPage({ shell, child, today, canWrite, signedOn: needs.signedOn }));
  const isDraft = plan.status === 'draft' && canWrite;
  const removed = isDraft ? await removedLines(tx, plan.id, child.id) : [];
  const codes = await codeLists(tx, ['agency', 'risk_type']);
  return page(
    PlanPage({
      shell,
      child,
      today,
      plan,
      needs,
      removed,
      canWrite,
      canShare: can(actor, 'plan.share') && (!can(actor, 'plan.write') || canWrite),
      mends: plan.status === 'draft' ? lacksOf(plan, needs, child.id) : [],
      hints: plainWordsHints(draftOf(plan)),
      agencyName: (code) => labelOf(codes.agency, code),
      riskName: (code) => labelOf(codes.risk_type, code),
    }),
  );
}

/** The child's plan: its page, the child's own page, and every step of writing, agreeing and sharing it. */
export const plansRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.plans.current(':childId'),
    tab: { room: 'plan', text: 'Plan', place: 1 },
    permission: 'plan.view',
    audit: 'view',
    handle: showPlan,
  }),
  childRoute({
    method: 'get',
    path: urls.plans.print(':childId'),
    permission: 'plan.view',
    audit: 'print',
    handle: async ({ tx, child, actor, today, shell, page, notFound }) => {
      const plan = await currentPlan(tx, child.id);
      if (!plan) return notFound();
      const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
      return page(ChildSheetPage({ shell, sheet: childSheetOf(plan, child, needs.conditions) }));
    },
  }),
  ...startRoutes,
  ...addLineRoutes,
  ...lineRoutes,
  ...takeOutRoutes,
  ...happenedRoutes,
  ...agreeRoutes,
  ...wordsRoutes,
  ...shareRoutes,
];

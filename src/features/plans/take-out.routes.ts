import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { currentPlan } from './plans.queries.ts';
import { removeLine, restoreLine } from './take-out.ts';

async function draft({ tx, actor, child }: ChildContext) {
  const plan = await currentPlan(tx, child.id);
  return plan?.status === 'draft' && canWriteFor(actor, 'RC5', child) ? plan : undefined;
}

/** Taking a line out of a draft, and putting it back. */
export const takeOutRoutes: readonly Route[] = [
  childRoute({
    method: 'post',
    path: urls.plans.takeOut(':childId', ':lineId'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, param, redirect, notFound } = context;
      if (!(await draft(context)) || !(await removeLine(tx, param('lineId')))) return notFound();
      return redirect(
        urls.plans.current(child.id),
        'Taken out. To undo, choose “Put back” at the end of this page.',
      );
    },
  }),
  childRoute({
    method: 'post',
    path: urls.plans.putBack(':childId', ':lineId'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, param, redirect, notFound } = context;
      const plan = await draft(context);
      if (!plan) return notFound();
      const line = { plan, childId: child.id, lineId: param('lineId') };
      return redirect(
        urls.plans.current(child.id),
        (await restoreLine(tx, actor, line))
          ? 'Put back: the line is in the plan again'
          : 'It could not be put back: put its goal back first',
      );
    },
  }),
];

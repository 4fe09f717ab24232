import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import type { Plan } from './plans.queries.ts';
import { removeLine, restoreLine, takenOut } from './take-out.ts';
import { livePlan, planMovedOn } from './writing-plan.ts';

type Line = { readonly plan: Plan; readonly childId: string; readonly lineId: string };

// A line that is no part of this child's plan is not there; one of a plan that was agreed stays.
async function lineOfDraft(
  context: ChildContext,
  isOfPlan: (line: Line) => boolean | Promise<boolean>,
): Promise<Line | undefined> {
  const plan = await livePlan(context);
  const line = plan && { plan, childId: context.child.id, lineId: context.param('lineId') };
  if (!line || !(await isOfPlan(line))) return undefined;
  if (line.plan.status === 'agreed')
    planMovedOn(
      'The plan was agreed meanwhile: a line of it is changed or stopped, with the reason, and stays',
      line.childId,
    );
  return line;
}

/** Taking a line out of a draft, and putting it back. */
export const takeOutRoutes: readonly Route[] = [
  childRoute({
    method: 'post',
    path: urls.plans.takeOut(':childId', ':lineId'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, redirect, notFound } = context;
      const line = await lineOfDraft(context, ({ plan, lineId }) =>
        plan.lines.some(({ id }) => id === lineId),
      );
      if (!line || !(await removeLine(tx, line.lineId))) return notFound();
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
      const { tx, actor, child, redirect, notFound } = context;
      const line = await lineOfDraft(
        context,
        async (asked) => (await takenOut(tx, asked)).length > 0,
      );
      if (!line) return notFound();
      return redirect(
        urls.plans.current(child.id),
        (await restoreLine(tx, actor, line))
          ? 'Put back: the line is in the plan again'
          : 'It could not be put back: put its goal back first',
      );
    },
  }),
];

import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { urls } from '../../urls.ts';
import { currentPlan, type Plan, planNeeds } from './plans.queries.ts';

/** Says that the plan has moved on, and leads to it. */
export const planMovedOn = (why: string, childId: string): never =>
  movedOn(why, { href: urls.plans.current(childId), text: 'Read the plan' });

/** The child's live plan, for whoever may write it; for anybody else there is none. Who comes after it has ended is told so. */
export async function livePlan({ tx, child, actor }: ChildContext): Promise<Plan | undefined> {
  const plan = await currentPlan(tx, child.id);
  if (!plan || !canWriteFor(actor, 'RC5', child)) return undefined;
  if (plan.status === 'ended')
    return planMovedOn('The plan has ended, and nothing in it is changed', child.id);
  return plan;
}

/** The same with what it must answer. */
export async function writingPlan(context: ChildContext) {
  const { tx, child, actor, today } = context;
  const plan = await livePlan(context);
  if (!plan) return undefined;
  const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  return { plan, needs, today, childId: child.id };
}

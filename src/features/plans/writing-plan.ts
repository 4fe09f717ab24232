import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { currentPlan, planNeeds } from './plans.queries.ts';

/** The child's live plan with what it must answer, for whoever may write it; for anybody else there is none. */
export async function writingPlan({ tx, child, actor, today }: ChildContext) {
  const plan = await currentPlan(tx, child.id);
  if (!plan || plan.status === 'ended' || !canWriteFor(actor, 'RC5', child)) return undefined;
  const needs = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  return { plan, needs, today, childId: child.id };
}

import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import type { Audit } from './audits.queries.ts';
import type { PlanInput } from './plan-form.ts';

const rowOf = (input: PlanInput) => ({
  title: input.title,
  kind: input.kind,
  theme: input.theme,
  framework_id: input.frameworkId,
  standards: [...input.standards],
  month: input.month,
  due_on: input.dueOn,
  lead_id: input.lead,
});

/** Puts an audit into the programme. */
export async function planAudit(tx: Tx, actor: Actor, input: PlanInput): Promise<string> {
  const id = newId();
  await tx
    .insertInto('audit')
    .values({ ...rowOf(input), service_id: actor.serviceId, id })
    .execute();
  return id;
}

/** Changes a plan. Once the sample is drawn its questions stand: what was asked of some must be asked of all. */
export async function changePlan(
  tx: Tx,
  actor: Actor,
  audit: Pick<Audit, 'id' | 'status'>,
  input: PlanInput,
): Promise<Saved> {
  const { framework_id, standards, ...rest } = rowOf(input);
  const result = await tx
    .updateTable('audit')
    .set(audit.status === 'planned' ? { ...rest, framework_id, standards } : rest)
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', audit.id)
    .where('version', '=', input.version)
    .executeTakeFirst();
  return savedOf(result);
}

import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { Plan } from './plans.queries.ts';

/** Takes a line, and a goal's steps with it, out of a draft; the history keeps them. */
export async function removeLine(tx: Tx, lineId: string): Promise<boolean> {
  // Steps go by their own statement, so that the history has each of them and each can be put back.
  await tx.deleteFrom('plan_line').where('parent_id', '=', lineId).execute();
  const result = await tx.deleteFrom('plan_line').where('id', '=', lineId).executeTakeFirst();
  return result.numDeletedRows === 1n;
}

const removedSchema = z.object({
  parent_id: z.string().nullable(),
  text: z.string(),
  who: z.string().nullable(),
  by_on: z.string().nullable(),
  risk: z.string().nullable(),
  agency: z.string().nullable(),
  victim_involvement_id: z.string().nullable(),
  about: z.string().nullable(),
  then_text: z.string().nullable(),
  within: z.string().nullable(),
  tell: z.string().nullable(),
  on_child_page: z.boolean(),
  kind: z.string(),
  position: z.number(),
  accepted: z.string().nullable(),
});

type OfPlan = {
  readonly plan: Pick<Plan, 'id' | 'lines'>;
  readonly childId: string;
  readonly lineId: string;
};

/** A line of the plan that was taken out, and the steps that went with it, as they last stood; none for any other line. */
export async function takenOut(tx: Tx, { plan, childId, lineId }: OfPlan) {
  const { rows } = await sql<{ row_id: string; before: unknown }>`
    select distinct on (row_id) row_id, before from change_log
    where child_id = ${childId} and table_name = 'plan_line' and operation = 'delete'
      and before ->> 'plan_id' = ${plan.id} and (row_id = ${lineId} or before ->> 'parent_id' = ${lineId})
    order by row_id, changed_at desc, id desc`.execute(tx);
  return rows;
}

/** Puts a removed line back as it was, with the steps that went with a goal; false when its goal is gone or it is no line of this plan. */
export async function restoreLine(tx: Tx, actor: Actor, input: OfPlan): Promise<boolean> {
  const { plan, childId, lineId } = input;
  const rows = await takenOut(tx, input);
  const here = new Set(plan.lines.map((line) => line.id));
  const [wanted, ...others] = [...rows]
    .sort((a, b) => Number(b.row_id === lineId) - Number(a.row_id === lineId))
    .filter((row) => !here.has(row.row_id));
  if (wanted?.row_id !== lineId) return false;
  for (const row of [wanted, ...others]) {
    const before = removedSchema.parse(row.before);
    if (before.parent_id && before.parent_id !== lineId && !here.has(before.parent_id))
      return false;
    await tx
      .insertInto('plan_line')
      .values({
        ...before,
        service_id: actor.serviceId,
        id: row.row_id,
        child_id: childId,
        plan_id: plan.id,
      })
      .execute();
  }
  return true;
}

import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { requiredText } from '../../platform/http/parse-form.ts';

export const conflictForm = z.object({
  member: z.string().default(''),
  interest: requiredText('Enter how you know the child, their family or the person harmed', 2000),
  managed: requiredText('Enter what will be done about it', 2000),
});

/** Keeps a member's interest; from then on they see neither the child nor the paper. */
export async function declareConflict(
  tx: Tx,
  actor: Actor,
  item: { readonly id: string; readonly child_id: string },
  staffId: string,
  form: z.output<typeof conflictForm>,
): Promise<void> {
  await tx
    .insertInto('panel_conflict')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      panel_item_id: item.id,
      staff_id: staffId,
      child_id: item.child_id,
      interest: form.interest,
      managed_by: form.managed,
    })
    .execute();
}

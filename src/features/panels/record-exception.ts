import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { leastReasonLetters } from '../../domain/panels/gate.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { requiredText } from '../../platform/http/parse-form.ts';

export const exceptionForm = z.object({
  requirement: requiredText('Choose the step that is passed', 60),
  reason: requiredText('Enter why this step is passed').refine(
    (text) => text.length >= leastReasonLetters,
    `Enter a reason of at least ${leastReasonLetters} letters`,
  ),
});

/** Keeps why a step was passed. It is counted and shown to managers, and cannot be taken back. */
export async function recordException(
  tx: Tx,
  actor: Actor,
  item: { readonly id: string; readonly child_id: string },
  form: z.output<typeof exceptionForm>,
  today: Day,
): Promise<void> {
  await tx
    .insertInto('gate_exception')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: item.child_id,
      gate: 'panel',
      requirement: form.requirement,
      about_table: 'panel_item',
      about_id: item.id,
      reason: form.reason,
      recorded_on: today,
      created_by: actor.staffId,
    })
    .execute();
}

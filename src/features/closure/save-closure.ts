import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { oneAtATime } from '../../platform/db/one-at-a-time.ts';
import type { Saved } from '../../platform/db/optimistic.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import type { ClosureRecord } from './closure.queries.ts';
import type { Written } from './closure-facts.ts';

/** Saves the closing's form; `submit` also sends it to the manager. The first save begins the closing. */
export async function saveClosure(
  tx: Tx,
  actor: Actor,
  input: { childId: string; record: ClosureRecord; written: Written; today: Day; submit: boolean },
): Promise<Saved> {
  const { childId, record, written, today, submit } = input;
  const final = record.final_assessment;
  const values = {
    ...written,
    ...(submit
      ? { status: 'submitted', submitted_on: today, submitted_by: actor.staffId }
      : { status: 'open' }),
    final_assessment_id: final?.status === 'signed' ? final.id : null,
  };
  if (record.closure) return changeRow(tx, 'closure', record.closure, values);
  const result = await tx
    .insertInto('closure')
    .values({
      ...values,
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      involvement_id: record.involvement_id,
      opened_on: today,
    })
    .onConflict((conflict) => conflict.columns(['service_id', 'involvement_id']).doNothing())
    .executeTakeFirst();
  return { kind: result.numInsertedOrUpdatedRows === 1n ? 'saved' : 'moved-on' };
}

/** Passes one line of the checklist with a reason; counted, and shown to managers. A second press at the same time adds nothing. */
export async function passCheck(
  tx: Tx,
  actor: Actor,
  input: { childId: string; involvementId: string; check: string; reason: string; today: Day },
): Promise<void> {
  await oneAtATime(tx, `passing ${input.involvementId}`);
  const passed = await tx
    .selectFrom('gate_exception')
    .select('id')
    .where('about_id', '=', input.involvementId)
    .where('gate', '=', 'closure')
    .where('requirement', '=', input.check)
    .executeTakeFirst();
  if (passed) return;
  await addRow(tx, actor, 'gate_exception', {
    child_id: input.childId,
    gate: 'closure',
    requirement: input.check,
    about_table: 'involvement',
    about_id: input.involvementId,
    reason: input.reason,
    recorded_on: input.today,
    created_by: actor.staffId,
  });
}

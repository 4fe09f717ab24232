import type { Actor } from '../../../domain/access/can.ts';
import { conditionsIn } from '../../../domain/panels/delivery.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Saved } from '../../../platform/db/optimistic.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import type { GivenFields } from './given-fields.ts';
import type { DisposalOne } from './outcome.queries.ts';

type Given = ValuesOf<GivenFields>;

/** Records that the outcome was given, and begins the work under it. Without work the referral is closed. */
export async function giveOutcome(
  tx: Tx,
  actor: Actor,
  childId: string,
  disposal: DisposalOne,
  form: Given,
): Promise<Saved> {
  if (disposal.given_on !== null) return { kind: 'moved-on' };
  const { support, attendance_hours, ...given } = form;
  const saved = await changeRow(tx, 'disposal', disposal, {
    ...given,
    attendance_hours: attendance_hours ? Number(attendance_hours) : null,
  });
  if (saved.kind === 'moved-on') return saved;
  for (const [index, text] of conditionsIn(given.conditions ?? '').entries())
    await addRow(tx, actor, 'outcome_condition', {
      child_id: childId,
      disposal_id: disposal.id,
      position: index + 1,
      text,
      due_on: given.due_by ?? null,
    });
  const { outcome, referral_id } = disposal;
  const type = outcome.involvementType;
  if (!type || support === 'no') {
    const closed_reason = `${outcome.label}; the family takes no help from the service`;
    await tx
      .updateTable('referral')
      .set({ state: 'closed', closed_on: given.given_on, closed_reason })
      .where('id', '=', referral_id)
      .execute();
    return saved;
  }
  const involvement_id = await addRow(tx, actor, 'involvement', {
    child_id: childId,
    referral_id,
    type,
    legal_basis: disposal.legal_basis,
    started_on: given.given_on,
    expected_end: given.due_by ?? null,
  });
  await tx.updateTable('disposal').set({ involvement_id }).where('id', '=', disposal.id).execute();
  return saved;
}

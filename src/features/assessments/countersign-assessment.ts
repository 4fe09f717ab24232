import { type Actor, canApprove } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { OpenAssessment } from './assessment.queries.ts';
import { addVersion } from './save-content.ts';

export type Countersigning = {
  readonly decision: 'sign' | 'return';
  readonly comment: string;
  readonly version: number;
  readonly today: Day;
};

export type Countersigned =
  | { readonly kind: 'signed' | 'returned' }
  | { readonly kind: 'own-work' | 'moved-on' };

/** A manager's answer to an assessment that waits for them: signed with a comment, or returned with one. */
export async function countersignAssessment(
  tx: Tx,
  actor: Actor,
  open: OpenAssessment,
  input: Countersigning,
): Promise<Countersigned> {
  if (!canApprove(actor, 'assessment.countersign', open.submittedById)) return { kind: 'own-work' };
  const isSigned = input.decision === 'sign';
  const row = await tx
    .updateTable('assessment')
    .set(
      isSigned
        ? {
            status: 'signed',
            signed_on: input.today,
            countersigned_by: actor.staffId,
            countersign_comment: input.comment,
          }
        : { status: 'returned', returned_comment: input.comment, returned_on: input.today },
    )
    .where('id', '=', open.id)
    .where('version', '=', input.version)
    .where('status', '=', 'submitted')
    .returning('version')
    .executeTakeFirst();
  if (!row) return { kind: 'moved-on' };
  await addVersion(tx, actor, open, {
    version: row.version,
    content: open.content,
    event: isSigned ? 'sign' : 'return',
    comment: input.comment,
  });
  await tx
    .insertInto('oversight_entry')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: open.childId,
      staff_id: open.submittedById,
      kind: 'countersignature',
      about_table: 'assessment',
      about_id: open.id,
      text: `${isSigned ? 'Countersigned' : 'Returned'}: ${input.comment}`,
      entered_on: input.today,
    })
    .execute();
  return { kind: isSigned ? 'signed' : 'returned' };
}

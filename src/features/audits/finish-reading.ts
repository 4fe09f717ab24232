import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { endAccess } from './end-audit.ts';
import type { FinishInput } from './finish-form.ts';
import type { Reading } from './reading.queries.ts';

export type Owner = { readonly id: string; readonly name: string };

/** Ends a reading: its words stand, its actions begin, the reader's access ends; the worker is told once nothing is left to settle. */
export async function finishReading(
  tx: Tx,
  actor: Actor,
  reading: Reading,
  childId: string,
  owners: readonly Owner[],
  input: FinishInput,
  today: Day,
): Promise<{ readonly isShared: boolean }> {
  await tx
    .updateTable('audit_reading')
    .set({ strengths: input.strengths, learning: input.learning, done_on: today })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', reading.id)
    .execute();
  const actions = input.actions.flatMap(({ what, ownerId, by }) => {
    const owner = owners.find(({ id }) => id === ownerId);
    return owner
      ? [
          {
            service_id: actor.serviceId,
            id: newId(),
            child_id: childId,
            about_table: 'audit_case',
            about_id: reading.caseId,
            what,
            owner_id: owner.id,
            owner_name: owner.name,
            agency: 'youth-justice',
            original_due: by,
            due_on: by,
          },
        ]
      : [];
  });
  if (actions.length > 0) await tx.insertInto('action').values(actions).execute();
  const isShared = await shareFeedback(tx, reading.caseId);
  await endAccess(tx, reading.auditId);
  return { isShared };
}

/** Tells the worker what a case's readers found, if every reading is finished and nothing differs; the database makes the row. */
export async function shareFeedback(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ shared: boolean }>`
    select share_audit_feedback(${caseId}::uuid) as shared`.execute(tx);
  return rows[0]?.shared ?? false;
}

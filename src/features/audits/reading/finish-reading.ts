import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { promiseAction } from '../../../record/action-rows.ts';
import { endAccess } from '../open-access.ts';
import type { AskedAction } from './actions-field.tsx';
import type { Reading } from './reading.queries.ts';

export type FinishInput = {
  readonly strengths: string;
  readonly learning: string;
  readonly actions: readonly AskedAction[];
};
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
): Promise<boolean> {
  await tx
    .updateTable('audit_reading')
    .set({ strengths: input.strengths, learning: input.learning, done_on: today })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', reading.id)
    .execute();
  for (const { what, ownerId, by } of input.actions) {
    const owner = owners.find(({ id }) => id === ownerId);
    if (!owner) continue;
    await promiseAction(tx, actor, {
      about: { table: 'audit_case', id: reading.caseId },
      childId,
      what,
      owner: { ...owner, agency: 'youth-justice' },
      dueOn: by,
    });
  }
  const isShared = await shareFeedback(tx, reading.caseId);
  await endAccess(tx, reading.auditId);
  return isShared;
}

/** Tells the worker what a case's readers found, if every reading is finished and nothing differs; the database makes the row. */
export async function shareFeedback(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ shared: boolean }>`
    select share_audit_feedback(${caseId}::uuid) as shared`.execute(tx);
  return rows[0]?.shared ?? false;
}

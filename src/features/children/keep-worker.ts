import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import type { WorkerInput } from './workers.form.ts';
import { workers } from './workers.queries.ts';

/** Gives somebody work with the child from now. A child has one allocated worker: a new one ends the one before. */
export async function addWorker(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: WorkerInput,
): Promise<readonly FormError[] | null> {
  const live = (await workers(tx, childId)).filter(({ ends_at }) => ends_at === null);
  if (live.some(({ staff_id, kind }) => staff_id === input.staff && kind === input.kind))
    return [{ field: 'staff', message: 'This person does that for the child already' }];
  if (input.kind === 'allocated')
    await tx
      .updateTable('relationship')
      .set({ ends_at: sql<Date>`now()` })
      .where('child_id', '=', childId)
      .where('kind', 'in', ['allocated', 'duty'])
      .where('ends_at', 'is', null)
      .execute();
  await tx
    .insertInto('relationship')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      staff_id: input.staff,
      kind: input.kind,
      starts_at: sql<Date>`now()`,
      reason: input.reason,
      conflict_check: input.conflict,
      conflict_note: input.conflictNote,
    })
    .execute();
  return null;
}

/** Ends somebody's work with the child; their access ends with it. */
export async function endWorker(tx: Tx, relationshipId: string): Promise<boolean> {
  const ended = await tx
    .updateTable('relationship')
    .set({ ends_at: sql<Date>`now()` })
    .where('id', '=', relationshipId)
    .where('ends_at', 'is', null)
    .executeTakeFirstOrThrow();
  return ended.numUpdatedRows === 1n;
}

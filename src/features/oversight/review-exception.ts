import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';

type Input = {
  readonly exceptionId: string;
  readonly childId: string;
  readonly version: number;
  readonly note: string;
  readonly today: Day;
};

/** A manager's view of an exception that somebody else made; it also stands among the child's oversight entries. */
export async function reviewException(tx: Tx, actor: Actor, input: Input): Promise<Saved> {
  const result = await tx
    .updateTable('gate_exception')
    .set({ reviewed_on: input.today, reviewed_by: actor.staffId, review_note: input.note })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', input.exceptionId)
    .where('version', '=', input.version)
    .where('reviewed_on', 'is', null)
    .executeTakeFirst();
  const saved = savedOf(result);
  if (saved.kind === 'saved')
    await tx
      .insertInto('oversight_entry')
      .values({
        service_id: actor.serviceId,
        id: newId(),
        child_id: input.childId,
        kind: 'exception-review',
        about_table: 'gate_exception',
        about_id: input.exceptionId,
        text: input.note,
        entered_on: input.today,
      })
      .execute();
  return saved;
}

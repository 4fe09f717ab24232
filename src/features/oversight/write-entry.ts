import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { entryText } from '../../domain/oversight/entry.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { promiseAction } from '../../record/action-rows.ts';
import type { ChildWorker } from './entries.queries.ts';

export type EntryInput = {
  readonly kind: string;
  readonly checked: string;
  readonly found: string;
  readonly nextStep: string | null;
  readonly nextStepBy: Day | null;
  readonly owner: ChildWorker | null;
  /** The manager's own view of oversight in this case so far. */
  readonly selfView: 'effective' | 'not-effective' | null;
};

/** A manager's entry on a child; what is to be done by a day becomes an action with an owner. */
export async function writeEntry(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: EntryInput,
  today: Day,
): Promise<void> {
  const id = newId();
  await tx
    .insertInto('oversight_entry')
    .values({
      service_id: actor.serviceId,
      id,
      child_id: childId,
      staff_id: input.owner?.id ?? null,
      kind: input.kind,
      text: entryText(input, input.nextStep ?? ''),
      entered_on: today,
      self_view: input.selfView,
    })
    .execute();
  if (!input.nextStep || !input.nextStepBy || !input.owner) return;
  await promiseAction(tx, actor, {
    about: { table: 'oversight_entry', id },
    childId,
    what: input.nextStep,
    owner: input.owner,
    dueOn: input.nextStepBy,
  });
}

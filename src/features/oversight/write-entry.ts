import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { entryText } from '../../domain/oversight/entry.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import type { Action, ChildWorker } from './entries.queries.ts';

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
  await tx
    .insertInto('action')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      about_table: 'oversight_entry',
      about_id: id,
      what: input.nextStep,
      owner_id: input.owner.id,
      owner_name: input.owner.name,
      agency: input.owner.agency,
      original_due: input.nextStepBy,
      due_on: input.nextStepBy,
    })
    .execute();
}

export type ActionReport = {
  readonly doneOn: Day | null;
  readonly evidence: string | null;
  readonly impact: string | null;
  readonly dueOn: Day;
};

/** What came of an action: done with its evidence, or moved to another day. The day first promised never changes. */
export async function reportOnAction(
  tx: Tx,
  actor: Actor,
  action: Action,
  version: number,
  report: ActionReport,
): Promise<Saved> {
  const result = await tx
    .updateTable('action')
    .set({
      done_on: report.doneOn,
      evidence: report.evidence,
      impact: report.impact,
      due_on: report.dueOn,
    })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', action.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return savedOf(result);
}

import { limitDue } from '../../../platform/db/limit-due.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { promiseAction } from '../../../record/action-rows.ts';
import type { Outcome } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import type { Held, Taker } from './hand-over.queries.ts';

type Given = { readonly held: Held; readonly taker: Taker };
type Said = {
  readonly from: { readonly id: string; readonly name: string };
  readonly reason: string;
  readonly conflict_check: string;
  readonly conflict_note: string | null;
};

/** Gives children to others, all or none: each tie ends and another begins, and each new worker has it on their home. */
export async function handOver(
  { tx, actor, now, today }: PageContext,
  given: readonly Given[],
  { from, reason, conflict_check, conflict_note }: Said,
): Promise<Outcome> {
  const due = await limitDue(tx, actor.serviceId, 'hand-over', today);
  if (!due) throw new Error('There is no time limit hand-over');
  for (const { held, taker } of given) {
    const ended = await changeRow(tx, 'relationship', held, { ends_at: now });
    if (ended.kind === 'moved-on') return ended;
    const tie = await addRow(tx, actor, 'relationship', {
      child_id: held.child_id,
      staff_id: taker.id,
      kind: 'allocated',
      starts_at: now,
      reason,
      conflict_check,
      conflict_note,
    });
    await promiseAction(tx, actor, {
      about: { table: 'relationship', id: tie },
      childId: held.child_id,
      what: `Handed over to you from ${from.name}: read the record, meet the child, and look at what is planned. ${reason}`,
      owner: taker,
      dueOn: due,
    });
  }
  return { kind: 'saved' };
}

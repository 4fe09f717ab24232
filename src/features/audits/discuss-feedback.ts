import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { entryText } from '../../domain/oversight/entry.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import type { Feedback } from './feedback.queries.ts';

/** Writes the supervision in which an audit's learning was talked through, and closes what waited for it. */
export async function discussFeedback(
  tx: Tx,
  actor: Actor,
  feedback: Feedback,
  childId: string,
  input: { readonly version: number; readonly checked: string; readonly found: string },
  today: Day,
): Promise<Saved> {
  const entryId = newId();
  const entry = {
    service_id: actor.serviceId,
    id: entryId,
    child_id: childId,
    staff_id: feedback.workerId,
    kind: 'supervision',
    about_table: 'audit_case',
    about_id: feedback.caseId,
    text: entryText(
      { checked: `From the audit “${feedback.audit}”. ${input.checked}`, found: input.found },
      '',
    ),
    entered_on: today,
  };
  await tx.insertInto('oversight_entry').values(entry).execute();
  // When it moved on, the answer is a 409 and the entry above is undone with it.
  return savedOf(
    await tx
      .updateTable('audit_feedback')
      .set({ discussed_on: today, discussed_by: actor.staffId, entry_id: entryId })
      .where('service_id', '=', actor.serviceId)
      .where('id', '=', feedback.id)
      .where('version', '=', input.version)
      .executeTakeFirst(),
  );
}

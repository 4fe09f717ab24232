import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';

/** A pre-sentence report that is being written by a case manager; its id. */
export async function layReport(tx: Tx, childId: string, more: object = {}): Promise<string> {
  const id = newId();
  await tx
    .insertInto('court_report')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      kind: 'pre-sentence',
      asked_on: '2026-09-01',
      author_id: staffId('ama-lovelock'),
      ...more,
    })
    .execute();
  return id;
}

/** How a report stands that was sent to a manager. */
export const sentBy = (code: string) => ({
  status: 'sent',
  sent_on: '2026-09-14',
  sent_by: staffId(code),
});

/** How a report stands that a manager approved. */
export const approvedBy = (code: string) => ({
  status: 'approved',
  approved_on: '2026-09-15',
  approved_by: staffId(code),
});

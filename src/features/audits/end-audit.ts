import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { Audit } from './audits.queries.ts';

/** Closes an audit that has been read: its figures stand and every reader's access ends. */
export async function finishAudit(
  tx: Tx,
  actor: Actor,
  audit: Pick<Audit, 'id'>,
  summary: string,
  today: Day,
): Promise<void> {
  await tx
    .updateTable('audit')
    .set({ status: 'finished', finished_on: today, summary })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', audit.id)
    .execute();
  await endAccess(tx, audit.id);
}

/** Gives an audit up; the reason stays in the programme. */
export async function cancelAudit(
  tx: Tx,
  actor: Actor,
  audit: Pick<Audit, 'id'>,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('audit')
    .set({ status: 'cancelled', cancelled_reason: reason })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', audit.id)
    .execute();
  await endAccess(tx, audit.id);
}

/** Ends the access of those who no longer have a case of this audit to read. */
export async function endAccess(tx: Tx, auditId: string): Promise<void> {
  await sql`select end_audit_access(${auditId}::uuid)`.execute(tx);
}

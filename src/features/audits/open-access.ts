import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';

type Seat = { readonly staff_id: string; readonly child_id: string; readonly closes: Date };

/** Opens each case of an audit to its readers until two weeks after the audit is due; end_audit_access() knows the ties by their reason. */
export async function openAccess(tx: Tx, actor: Actor, auditId: string): Promise<void> {
  const { rows } = await sql<Seat>`
    select s.staff_id, s.child_id, s.closes from audit_seats() s
    where s.audit_id = ${auditId} and s.closes > now() and not exists (
      select 1 from relationship r where r.service_id = ${actor.serviceId} and r.staff_id = s.staff_id and r.child_id = s.child_id
        and r.kind = 'sample' and r.ends_at = s.closes)`.execute(tx);
  if (rows.length === 0) return;
  await tx
    .insertInto('relationship')
    .values(
      rows.map(({ staff_id, child_id, closes }) => ({
        service_id: actor.serviceId,
        id: newId(),
        child_id,
        staff_id,
        kind: 'sample',
        starts_at: sql<Date>`now()`,
        ends_at: closes,
        reason: 'Reads a case in an audit',
      })),
    )
    .execute();
}

/** Ends the access of those who no longer have a case of this audit to read. */
export async function endAccess(tx: Tx, auditId: string): Promise<void> {
  await sql`select end_audit_access(${auditId}::uuid)`.execute(tx);
}

import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import { permissions } from '../../domain/access/permissions.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { addRow } from '../../record/rows.ts';

/** Lets the people of these agencies who answer questions see the child until they have answered. */
export async function openRequestAccess(
  tx: Tx,
  actor: Actor,
  given: {
    readonly childId: string;
    readonly agencies: readonly string[];
    readonly today: Day;
  },
): Promise<void> {
  const staff = await answeringStaff(tx, given.agencies, given.today)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('relationship as r')
            .select('r.id')
            .whereRef('r.staff_id', '=', 'staff.id')
            .where('r.child_id', '=', given.childId)
            .where('r.kind', '=', 'information-request')
            .where('r.ends_at', 'is', null),
        ),
      ),
    )
    .execute();
  for (const { id } of staff)
    await addRow(tx, actor, 'relationship', {
      child_id: given.childId,
      staff_id: id,
      kind: 'information-request',
      starts_at: sql<Date>`now()`,
      reason: 'To answer a request for information',
      conflict_check: 'not-applicable',
    });
}

/** People who can answer for these agencies today. */
export function answeringStaff(tx: Tx, agencies: readonly string[], today: Day) {
  return tx
    .selectFrom('staff')
    .select(['staff.id', 'staff.agency'])
    .where('agency', 'in', [...agencies, ''])
    .where('role', 'in', [...permissions['information.answer']])
    .where('active_from', '<=', today)
    .where(({ eb, or }) => or([eb('active_to', 'is', null), eb('active_to', '>=', today)]));
}

/** Ends an agency's sight of the child once it has no question left to answer. */
export async function endRequestAccess(tx: Tx, childId: string, agency: string): Promise<void> {
  await sql`update relationship set ends_at = now()
    where child_id = ${childId}::uuid and kind = 'information-request' and ends_at is null
      and staff_id in (select id from staff where agency = ${agency})
      and not exists (select 1 from information_request r
        where r.child_id = ${childId}::uuid and r.agency = ${agency} and r.status = 'asked')`.execute(
    tx,
  );
}

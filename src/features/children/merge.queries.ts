import { sql } from 'kysely';
import type { Tx } from '../../platform/db/as-actor.ts';

/** How much is on each of two records, so that the fuller one is kept. */
export async function sizes(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    contacts: number;
    referrals: number;
    assessments: number;
  }>`
    select c.id,
      (select count(*)::int from contact x where x.service_id = c.service_id and x.child_id = c.id) as contacts,
      (select count(*)::int from referral x where x.service_id = c.service_id and x.child_id = c.id) as referrals,
      (select count(*)::int from assessment x where x.service_id = c.service_id and x.child_id = c.id) as assessments
    from child c
    where c.service_id = (select my_service()) and c.id = any (${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** Moves everything of one record to the other; the database asks again whether this person may. */
export async function mergeChildren(
  tx: Tx,
  { kept, merged, reason }: { kept: string; merged: string; reason: string },
): Promise<void> {
  await sql`select merge_children(${kept}::uuid, ${merged}::uuid, ${reason})`.execute(tx);
}

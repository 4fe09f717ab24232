import type { Actor } from '../../domain/access/can.ts';
import { nextVictimLabel } from '../../domain/victims/label.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { addRow } from '../../record/rows.ts';

type NewLine = { readonly childId: string; readonly offenceId: string | null };

/** Opens a line for a person harmed, under the next label and no name, on the child's newest live referral. */
export async function addVictim(tx: Tx, actor: Actor, line: NewLine): Promise<string> {
  const taken = await tx
    .selectFrom('victim_involvement')
    .select('label')
    .where('child_id', '=', line.childId)
    .execute();
  const referral = await tx
    .selectFrom('referral')
    .select('id')
    .where('child_id', '=', line.childId)
    .where('state', 'not in', ['closed', 'signposted'])
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return addRow(tx, actor, 'victim_involvement', {
    child_id: line.childId,
    referral_id: referral?.id ?? null,
    offence_id: line.offenceId,
    label: nextVictimLabel(taken.map(({ label }) => label)),
  });
}

import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { nextVictimLabel } from '../../domain/victims/label.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';

export type NewLine = {
  readonly childId: string;
  readonly offenceId: string | null;
  readonly detailsReceivedOn: Day | null;
};

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
  const id = newId();
  await tx
    .insertInto('victim_involvement')
    .values({
      service_id: actor.serviceId,
      id,
      child_id: line.childId,
      referral_id: referral?.id ?? null,
      offence_id: line.offenceId,
      label: nextVictimLabel(taken.map(({ label }) => label)),
      details_received_on: line.detailsReceivedOn,
    })
    .execute();
  return id;
}

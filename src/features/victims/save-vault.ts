import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';

export type VaultDetails = {
  readonly childId: string;
  readonly lineId: string;
  /** 0 when nothing has been saved in the vault yet. */
  readonly version: number;
  readonly name: string;
  readonly isChild: boolean;
  readonly knownChildId: string | null;
  readonly contactDetails: string | null;
  readonly preferredContact: string | null;
  readonly accessNeeds: string | null;
  readonly policeConsent: 'yes' | 'no' | 'unknown';
  readonly note: string | null;
  readonly detailsReceivedOn: Day | null;
};

/** Keeps who the victim is and how to reach them; the first time, starts the clock of first contact. */
export async function saveVault(tx: Tx, actor: Actor, given: VaultDetails): Promise<Saved> {
  const values = {
    name: given.name,
    is_child: given.isChild,
    known_child_id: given.knownChildId,
    contact_details: given.contactDetails,
    preferred_contact: given.preferredContact,
    access_needs: given.accessNeeds,
    police_consent: given.policeConsent,
    note: given.note,
  };
  if (given.version === 0) {
    const added = await tx
      .insertInto('victim')
      .values({
        service_id: actor.serviceId,
        id: newId(),
        child_id: given.childId,
        victim_involvement_id: given.lineId,
        ...values,
      })
      .onConflict((conflict) =>
        conflict.columns(['service_id', 'victim_involvement_id']).doNothing(),
      )
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return { kind: 'moved-on' };
  } else {
    const saved = savedOf(
      await tx
        .updateTable('victim')
        .set(values)
        .where('victim_involvement_id', '=', given.lineId)
        .where('version', '=', given.version)
        .executeTakeFirst(),
    );
    if (saved.kind === 'moved-on') return saved;
  }
  await tx
    .updateTable('victim_involvement')
    .set({ details_received_on: given.detailsReceivedOn })
    .where('id', '=', given.lineId)
    .where('child_id', '=', given.childId)
    .execute();
  return { kind: 'saved' };
}

/** Logs one time that the victim was spoken to, or tried. */
export async function logContact(
  tx: Tx,
  actor: Actor,
  given: {
    readonly childId: string;
    readonly lineId: string;
    readonly heldOn: Day;
    readonly method: string;
    readonly reached: boolean;
    readonly note: string;
  },
): Promise<void> {
  await tx
    .insertInto('victim_contact')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: given.childId,
      victim_involvement_id: given.lineId,
      held_on: given.heldOn,
      method: given.method,
      reached: given.reached,
      note: given.note,
    })
    .execute();
}

/** Records a right as done on a day, or why it was not; a right recorded again replaces what was there. */
export async function recordRight(
  tx: Tx,
  actor: Actor,
  given: {
    readonly childId: string;
    readonly lineId: string;
    readonly code: string;
    readonly doneOn: Day | null;
    readonly notDoneReason: string | null;
  },
): Promise<void> {
  const values = { done_on: given.doneOn, not_done_reason: given.notDoneReason };
  await tx
    .insertInto('victim_right')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: given.childId,
      victim_involvement_id: given.lineId,
      code: given.code,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['service_id', 'victim_involvement_id', 'code']).doUpdateSet(values),
    )
    .execute();
}

import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';

export type FamilyInput = {
  readonly name: string;
  readonly why: string;
  /** Codes of local authorities. */
  readonly members: readonly string[];
};

/** Adds a family to the service's own. */
export async function addFamily(tx: Tx, actor: Actor, input: FamilyInput): Promise<void> {
  const { name, why, members } = input;
  await tx
    .insertInto('area_family')
    .values({ service_id: actor.serviceId, id: newId(), name, why, members: [...members] })
    .execute();
}

/** Changes a family as it was read; the history keeps how it was. */
export async function changeFamily(
  tx: Tx,
  input: FamilyInput & { readonly id: string; readonly version: number },
): Promise<Saved> {
  return savedOf(
    await tx
      .updateTable('area_family')
      .set({ name: input.name, why: input.why, members: [...input.members] })
      .where('id', '=', input.id)
      .where('version', '=', input.version)
      .executeTakeFirst(),
  );
}

/** Takes a family away; the history keeps it. */
export async function removeFamily(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('area_family').where('id', '=', id).execute();
}

import type { Actor } from '../../../domain/access/can.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { type Saved, savedOf } from '../../../platform/db/optimistic.ts';

type Own = {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  readonly reason: string;
  /** The version that was read; 0 where the service had no figure of its own. */
  readonly version: number;
};

/** Sets the service's own figure. Everything that is due follows it from now on, open work too. */
export async function overrideTimeLimit(tx: Tx, actor: Actor, own: Own): Promise<Saved> {
  const { unit, reason } = own;
  const number = Number(own.number);
  if (own.version > 0)
    return savedOf(
      await tx
        .updateTable('time_limit_override')
        .set({ number, unit, reason })
        .where('time_limit_id', '=', own.id)
        .where('version', '=', own.version)
        .executeTakeFirst(),
    );
  const made = await tx
    .insertInto('time_limit_override')
    .values({ service_id: actor.serviceId, time_limit_id: own.id, number, unit, reason })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? { kind: 'saved' } : { kind: 'moved-on' };
}

/** Goes back to the figure that came with Foothold; the history keeps what the service had. */
export async function dropOverride(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('time_limit_override').where('time_limit_id', '=', id).execute();
}

/** Agrees to a figure below its floor, as it was read; the database says who may. */
export async function agreeToOverride(
  tx: Tx,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Saved> {
  return savedOf(
    await tx
      .updateTable('time_limit_override')
      .set({ agreed_by: actor.staffId })
      .where('time_limit_id', '=', id)
      .where('version', '=', version)
      .where('stands', '=', false)
      .executeTakeFirst(),
  );
}

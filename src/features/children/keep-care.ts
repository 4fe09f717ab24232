import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import type { CareInput } from './care.form.ts';
import type { EndInput } from './contact-points.form.ts';
import { unlessOverlapping } from './unless-refused.ts';

/** Adds a social care status from a day; refused while the same status already covers that day. */
export async function addCare(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: CareInput,
  today: Day,
): Promise<readonly FormError[] | null> {
  const isVerified = input.flags.includes('verified');
  const added = await unlessOverlapping(tx, async () => {
    if (input.flags.includes('replaces'))
      await tx
        .updateTable('care_episode')
        .set({ valid_to: input.from })
        .where('child_id', '=', childId)
        .where('valid_to', 'is', null)
        .where('valid_from', '<=', input.from)
        .execute();
    await tx
      .insertInto('care_episode')
      .values({
        service_id: actor.serviceId,
        id: newId(),
        child_id: childId,
        status: input.status,
        authority: input.authority,
        valid_from: input.from,
        source: input.source,
        ...(isVerified ? { verified_on: today, verified_by: actor.staffId } : {}),
      })
      .execute();
  });
  return added
    ? null
    : [{ field: 'status', message: 'The child already has this status on that day' }];
}

/** Ends a social care status. */
export const endCare = async (tx: Tx, id: string, input: EndInput) =>
  savedOf(
    await tx
      .updateTable('care_episode')
      .set({ valid_to: input.until })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );

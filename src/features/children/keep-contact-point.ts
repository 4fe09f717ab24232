import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import { type ContactPointInput, contactKind, type EndInput } from './contact-points.form.ts';

/** Adds a telephone or e-mail, and whether it is safe to use it. */
export async function addContactPoint(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: ContactPointInput,
  today: Day,
): Promise<void> {
  const known = contactKind(input.value);
  if (known.kind === null) throw new Error('The form lets only telephones and e-mail through');
  await tx
    .insertInto('child_contact_point')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      kind: known.kind,
      value: known.value,
      value_search: known.value.toLowerCase(),
      whose: input.whose,
      safe_to_use: input.safe,
      note: input.note,
      valid_from: today,
    })
    .execute();
}

/** Says that a telephone or e-mail is no longer used. */
export const endContactPoint = async (tx: Tx, id: string, input: EndInput) =>
  savedOf(
    await tx
      .updateTable('child_contact_point')
      .set({ valid_to: input.until })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );

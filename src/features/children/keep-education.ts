import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { EndInput } from './contact-points.form.ts';
import type { EducationInput } from './education.form.ts';

/** Adds a school, college or work; what came before is ended when the form says that this replaces it. */
export async function addEducation(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: EducationInput,
  today: Day,
): Promise<void> {
  if (input.flags.includes('replaces'))
    await tx
      .updateTable('education_episode')
      .set({ valid_to: input.from })
      .where('child_id', '=', childId)
      .where('valid_to', 'is', null)
      .where('valid_from', '<=', input.from)
      .execute();
  const isVerified = input.flags.includes('verified');
  await tx
    .insertInto('education_episode')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      provision: input.provision,
      provider: input.provider,
      hours_offered: input.offered,
      hours_attended: input.attended,
      suitable: input.suitable,
      valid_from: input.from,
      source: input.source,
      ...(isVerified ? { verified_on: today, verified_by: actor.staffId } : {}),
    })
    .execute();
}

/** Ends a school, college or work. */
export const endEducation = async (tx: Tx, id: string, input: EndInput) =>
  savedOf(
    await tx
      .updateTable('education_episode')
      .set({ valid_to: input.until })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );

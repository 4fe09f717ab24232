import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { ChangePersonInput, PersonInput, PrivateInput } from './family.form.ts';

const columnsOf = (input: PersonInput) => ({
  name: input.name,
  relationship: input.relationship,
  agency: input.agency,
  telephone: input.telephone,
  email: input.email,
  parental_responsibility: input.parental,
  may_be_contacted: input.contactable,
  lives_with_child: input.flags.includes('lives-with'),
  emergency_contact: input.flags.includes('emergency'),
  note: input.note,
});

/** Adds a person who matters to the child. */
export async function addPerson(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: PersonInput,
  today: Day,
): Promise<void> {
  await tx
    .insertInto('network_person')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      ...columnsOf(input),
      valid_from: today,
    })
    .execute();
}

/** Changes what is known of a person, or says that they are no longer in the child's life. */
export const changePerson = async (tx: Tx, id: string, input: ChangePersonInput, today: Day) =>
  savedOf(
    await tx
      .updateTable('network_person')
      .set({ ...columnsOf(input), valid_to: input.flags.includes('gone') ? today : null })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );

/** Keeps a parent's or carer's own sensitive information, apart from the child's record. */
export async function addPrivateNote(
  tx: Tx,
  actor: Actor,
  childId: string,
  personId: string,
  input: PrivateInput,
): Promise<void> {
  await tx
    .insertInto('family_information')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      network_person_id: personId,
      detail: input.detail,
      hide_from: input.hideFrom,
    })
    .execute();
}

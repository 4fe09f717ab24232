import type { Actor } from '../../domain/access/can.ts';
import { parseClock } from '../../domain/contacts/clock.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import { instantOf, type PlanInput, type RecordInput } from './contact-form.ts';

/** Records a contact that took place or was missed, and plans the next one where a day was given. */
export async function recordContact(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: RecordInput,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('contact')
    .values({
      service_id: actor.serviceId,
      id,
      child_id: childId,
      worker_id: input.worker,
      status: 'recorded',
      ...columnsOf(input),
    })
    .execute();
  await planNext(tx, actor, childId, input);
  return id;
}

/** Saves what happened at a contact, or mends what was recorded, unless somebody saved it meanwhile. */
export async function saveContact(
  tx: Tx,
  actor: Actor,
  childId: string,
  contactId: string,
  version: number,
  input: RecordInput,
): Promise<Saved> {
  const result = await tx
    .updateTable('contact')
    .set({ worker_id: input.worker, status: 'recorded', ...columnsOf(input) })
    .where('service_id', '=', actor.serviceId)
    .where('child_id', '=', childId)
    .where('id', '=', contactId)
    .where('version', '=', version)
    .executeTakeFirst();
  const saved = savedOf(result);
  if (saved.kind === 'saved') await planNext(tx, actor, childId, input);
  return saved;
}

function columnsOf(input: RecordInput) {
  const isAbsent =
    input.attendance === 'acceptable-absence' || input.attendance === 'unacceptable-absence';
  return {
    type: input.type,
    place: input.place,
    involvement_id: input.involvement || null,
    held_at: instantOf(input.on, input.at),
    minutes: input.minutes,
    attendance: input.attendance,
    absence_reason: isAbsent ? input.reason : null,
    child_seen: input.seen,
    parent_spoken_to: input.parent,
    with_whom: input.withWhom,
    notes: input.notes,
    child_words: input.childWords,
    next_step: input.nextStep,
    safeguarding: input.safeguarding,
    lenses: input.lenses,
  };
}

async function planNext(tx: Tx, actor: Actor, childId: string, input: RecordInput) {
  const clock = parseClock(input.nextAt ?? '');
  if (!input.nextOn || !clock) return;
  await planContact(tx, actor, childId, {
    type: input.type,
    place: input.nextPlace ?? input.place,
    worker: input.worker,
    involvement: input.involvement,
    on: input.nextOn,
    at: clock,
    minutes: null,
    nextStep: null,
  });
}

/** Plans a contact still to come. */
export async function planContact(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: PlanInput,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('contact')
    .values({
      service_id: actor.serviceId,
      id,
      child_id: childId,
      status: 'planned',
      ...planColumnsOf(input),
    })
    .execute();
  return id;
}

/** Moves a planned contact to another time, place or worker, unless somebody saved it meanwhile. */
export async function replanContact(
  tx: Tx,
  actor: Actor,
  childId: string,
  contactId: string,
  version: number,
  input: PlanInput,
): Promise<Saved> {
  const result = await tx
    .updateTable('contact')
    .set(planColumnsOf(input))
    .where('service_id', '=', actor.serviceId)
    .where('child_id', '=', childId)
    .where('id', '=', contactId)
    .where('status', '=', 'planned')
    .where('version', '=', version)
    .executeTakeFirst();
  return savedOf(result);
}

const planColumnsOf = (input: PlanInput) => ({
  type: input.type,
  place: input.place,
  worker_id: input.worker,
  involvement_id: input.involvement || null,
  planned_at: instantOf(input.on, input.at),
  minutes: input.minutes,
  next_step: input.nextStep,
});

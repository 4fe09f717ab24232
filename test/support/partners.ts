import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';

/** A question to an agency, made as the owner, answered when `answer` is given. */
export async function makeRequest(
  tx: Tx,
  childId: string,
  agency: string,
  answer?: { readonly line: string; readonly by: string },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('information_request')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      agency,
      record_class: 'RC4',
      question: 'What do you know?',
      asked_on: '2026-10-01',
      due_on: '2026-10-08',
      status: answer ? 'answered' : 'asked',
      answer_for_team: answer?.line ?? null,
      answered_on: answer ? '2026-10-05' : null,
      answered_by: answer ? staffId(answer.by) : null,
    })
    .execute();
  return id;
}

/** A victim's line and its vault row with one contact and one right, made as the owner. */
export async function makeVictim(
  tx: Tx,
  childId: string,
  given: { readonly shared?: string; readonly knownChildId?: string } = {},
): Promise<string> {
  const id = newId();
  const base = { service_id: serviceId, child_id: childId };
  await tx
    .insertInto('victim_involvement')
    .values({
      ...base,
      id,
      label: 'Victim A',
      details_received_on: '2026-10-01',
      wishes: given.shared ? 'given' : 'not-sought',
      wishes_on: given.shared ? '2026-10-02' : null,
      shared_with_worker: given.shared ?? null,
      shared_on: given.shared ? '2026-10-02' : null,
      share_consent_on: given.shared ? '2026-10-02' : null,
    })
    .execute();
  await tx
    .insertInto('victim')
    .values({
      ...base,
      id: newId(),
      victim_involvement_id: id,
      name: 'Invented Person',
      known_child_id: given.knownChildId ?? null,
    })
    .execute();
  await tx
    .insertInto('victim_contact')
    .values({
      ...base,
      id: newId(),
      victim_involvement_id: id,
      held_on: '2026-10-02',
      method: 'phone',
      reached: true,
      note: 'Spoke.',
    })
    .execute();
  await tx
    .insertInto('victim_right')
    .values({
      ...base,
      id: newId(),
      victim_involvement_id: id,
      code: 'information',
      done_on: '2026-10-02',
    })
    .execute();
  return id;
}

import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';

/** A plan with one line of each kind that needs no other row, made as the owner. */
export async function makePlan(
  tx: Tx,
  childId: string,
  status: 'draft' | 'agreed' = 'draft',
): Promise<{ planId: string; goalId: string; victimLineId: string }> {
  const row = { service_id: serviceId, child_id: childId };
  const planId = newId();
  const goalId = newId();
  const victimLineId = newId();
  const victimId = newId();
  const agreed = status === 'agreed' ? { agreed_on: '2026-02-01', review_on: '2026-05-01' } : {};
  await tx
    .insertInto('plan')
    .values({ ...row, id: planId, status, started_on: '2026-01-20', ...agreed })
    .execute();
  await tx
    .insertInto('victim_involvement')
    .values({ ...row, id: victimId, label: 'Victim A' })
    .execute();
  await tx
    .insertInto('plan_line')
    .values([
      { ...row, id: goalId, plan_id: planId, kind: 'goal', text: 'I want to sleep' },
      {
        ...row,
        id: victimLineId,
        plan_id: planId,
        kind: 'victim-safety',
        text: 'Kit does not go near the shop',
        who: 'Ama',
        victim_involvement_id: victimId,
      },
    ])
    .execute();
  return { planId, goalId, victimLineId };
}

/** A change event with its review, made as the owner; `held` gives a review that changed nothing. */
export async function makeReview(tx: Tx, childId: string, heldBy?: string): Promise<string> {
  const row = { service_id: serviceId, child_id: childId };
  const eventId = newId();
  const id = newId();
  await tx
    .insertInto('change_event')
    .values({
      ...row,
      id: eventId,
      type: 'arrest',
      happened_on: '2026-03-02',
      known_on: '2026-03-02',
      detail: 'Arrested with two others',
      source: 'Police',
      review_due_on: '2026-03-04',
    })
    .execute();
  const held = heldBy
    ? {
        held_on: '2026-03-03',
        held_by: staffId(heldBy),
        findings: 'A mistake',
        result: 'nothing-changed',
        no_change_reason: 'It was not Kit',
      }
    : {};
  await tx
    .insertInto('review')
    .values({
      ...row,
      id,
      change_event_id: eventId,
      reason: 'change-event',
      opened_on: '2026-03-02',
      due_on: '2026-03-04',
      ...held,
    })
    .execute();
  return id;
}

/** A live piece of work, with its closing sent by somebody when `sentBy` is given; made as the owner. */
export async function makeInvolvement(tx: Tx, childId: string, sentBy?: string): Promise<string> {
  const row = { service_id: serviceId, child_id: childId };
  const id = newId();
  await tx
    .insertInto('involvement')
    .values({ ...row, id, type: 'outcome-22', started_on: '2026-01-12' })
    .execute();
  if (sentBy)
    await tx
      .insertInto('closure')
      .values({
        ...row,
        id: newId(),
        involvement_id: id,
        status: 'submitted',
        opened_on: '2026-05-01',
        submitted_on: '2026-05-01',
        submitted_by: staffId(sentBy),
      })
      .execute();
  return id;
}

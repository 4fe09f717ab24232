import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId } from './database.ts';

/** A youth rehabilitation order of a year, as it is recorded; its id. */
export async function layOrder(tx: Tx, childId: string, more: object = {}): Promise<string> {
  const id = newId();
  await tx
    .insertInto('court_order')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      kind: 'youth-rehabilitation-order',
      court: 'Eastmarsh Youth Court',
      made_on: '2026-09-01',
      convicted_on: '2026-09-01',
      amount: 12,
      first_day: '2026-09-01',
      last_day: '2027-08-31',
      days_how: '12 months from 1 September 2026, that day counted',
      ...more,
    })
    .execute();
  return id;
}

/** A failure to keep an order that is laid with it; its id. */
export async function layFailure(tx: Tx, childId: string, more: object = {}): Promise<string> {
  const id = newId();
  const order_id = 'order_id' in more ? {} : { order_id: await layOrder(tx, childId) };
  await tx
    .insertInto('failure_to_comply')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      happened_on: '2026-09-10',
      what: 'Did not come to supervision',
      ...(order_id as { order_id: string }),
      ...more,
    })
    .execute();
  return id;
}

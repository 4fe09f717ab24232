import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId } from './database.ts';

/** A youth rehabilitation order of a year, as it is recorded; its id. */
export async function layOrder(tx: Tx, childId: string): Promise<string> {
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
    })
    .execute();
  return id;
}

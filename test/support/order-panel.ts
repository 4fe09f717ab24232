import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, type Day } from '../../src/domain/calendar/day.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import type { Visitor } from './app.ts';
import { serviceId, staffId } from './database.ts';
import { boxes, idIn, today } from './panels.ts';

/** A referral order of six months made ten days ago, whose contract has not taken effect; its id. */
export async function layReferralOrder(tx: Tx, childId: string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('court_order')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      kind: 'referral-order',
      court: 'Eastmarsh Youth Court',
      made_on: addDays(today, -10),
      convicted_on: addDays(today, -10),
      amount: 6,
      days_how: 'The contract has not taken effect yet',
    })
    .execute();
  return id;
}

/** A referral order panel late today, with a worker and one member who has an account; read from yesterday. */
export async function setUpOrderPanel(manager: Visitor): Promise<string> {
  const day: Day = britishDay(new Date(Date.now() + 61_000));
  const answer = await manager.post(urls.panels.createOf('referral-order'), {
    name: 'Referral order panel',
    ...boxes('day', day),
    time: '23:59',
    place: 'Mill Lane community centre',
    ...boxes('opens', addDays(today, -1)),
    ...boxes('closes', addDays(day, 1)),
    'seat-chair': staffId('ama-lovelock'),
    'seat-volunteer': staffId('zeb-fairbrother'),
  });
  return idIn(answer);
}

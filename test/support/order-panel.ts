import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, type Day } from '../../src/domain/calendar/day.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import type { Visitor } from './app.ts';
import { makeChild } from './children.ts';
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

/** A child's order on a panel that met today with people of these agencies, of whom the first outside it is Zeb; made as the owner. */
export async function layOrderPanel(
  tx: Tx,
  {
    restricted = false,
    agencies = ['youth-justice', 'community', 'community'],
  }: { restricted?: boolean; agencies?: readonly string[] } = {},
) {
  const childId = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const orderId = await layReferralOrder(tx, childId);
  const [panel, item] = [newId(), newId()];
  await tx
    .insertInto('panel')
    .values({
      ...{ service_id: serviceId, id: panel, kind: 'referral-order', name: 'Referral order panel' },
      ...{ place: 'Mill Lane', starts_at: new Date(Date.now() - 36e5) },
      ...{
        window_opens: new Date(Date.now() - 864e5),
        window_closes: new Date(Date.now() + 864e5),
      },
    })
    .execute();
  const zeb = agencies.indexOf('community');
  for (const [at, agency] of agencies.entries())
    await tx
      .insertInto('panel_attendee')
      .values({
        ...{ service_id: serviceId, id: newId(), panel_id: panel, name: `Person ${at}`, agency },
        ...{ attended: 'attended', staff_id: at === zeb ? staffId('zeb-fairbrother') : null },
      })
      .execute();
  await tx
    .insertInto('panel_item')
    .values({
      ...{ service_id: serviceId, id: item, child_id: childId, panel_id: panel },
      ...{ order_id: orderId, meeting: 'first', state: 'ready' },
    })
    .execute();
  return { serviceId, childId, orderId, panel, item };
}

type Laid = Awaited<ReturnType<typeof layOrderPanel>>;

/** What such a panel came to: a contract. */
export const meetingOf = ({ childId, orderId, item }: Laid) => ({
  ...{ service_id: serviceId, child_id: childId, order_id: orderId, panel_item_id: item },
  ...{ outcome: 'contract', happened_on: today, note: 'Agreed together' },
});

export async function layMeeting(tx: Tx, laid: Laid, more: object = {}): Promise<string> {
  const id = newId();
  await tx
    .insertInto('order_meeting')
    .values({ ...meetingOf(laid), id, ...more })
    .execute();
  return id;
}

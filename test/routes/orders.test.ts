import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let childId = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Orderson' });
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const page = async (path: string, who: Visitor = ama) => (await who.get(path)).text();
const court = { court: 'Eastmarsh Youth Court' };
const record = (kind: string, more: Readonly<Record<string, string | string[]>>) =>
  ama.post(urls.court.addOrder(childId, kind), { ...court, ...more });
const orderOf = (kind: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('court_order')
      .select(['id', 'last_day', 'kept_reason', 'involvement_id', 'ended_on'])
      .where('child_id', '=', childId)
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow(),
  );

it('the orders that may be made on a day for a child of this age come first', async () => {
  const kinds = await page(urls.court.orderKinds(childId));
  const [first = '', others = ''] = kinds.split('Others, which by the rules here');
  expect(first).toContain('Youth rehabilitation order');
  expect(first).not.toContain('adults only');
  expect(kinds).toContain(urls.court.orders(childId));
  expect(others).not.toContain('>Referral order<');
});

it('an order that a rule says cannot be lawful is asked about with the rule, and is kept when the court’s word stands', async () => {
  const given = { ...dayBoxes('made_on', '2026-09-03'), amount: '48', 'has-unpaid-work': '60' };
  const asked = await record('youth-rehabilitation-order', given);
  expect(asked.status).toBe(422);
  const words = await asked.text();
  expect(words).toContain('48 months is over the most of 36');
  expect(words).toContain('Sentencing Act 2020');
  expect(words).toContain('value="48"');
  const reason = 'Read on the court’s own record; the court has been told';
  expect(
    (await record('youth-rehabilitation-order', { ...given, kept_reason: reason })).status,
  ).toBe(303);
  const { id, kept_reason } = await orderOf('youth-rehabilitation-order');
  expect(kept_reason).toBe(reason);
  const kept = await page(urls.court.order(childId, id));
  expect(kept).toContain('Not as the rules here say');
  expect(kept).toContain(reason);
});

it('an order that is worked with has a length, for without one nothing of it would ever come due', async () => {
  const given = dayBoxes('made_on', '2026-09-02');
  const answer = await record('referral-order', given);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Enter how many months');
});

it('the last day is worked out with the words of how, stands on the overview, and work under the order begins', async () => {
  const given = {
    ...dayBoxes('made_on', '2026-09-10'),
    amount: '6',
    'has-extended-activity': '120',
    'has-curfew': '10',
    others: ['supervision'],
  };
  const asked = await record('youth-rehabilitation-order-iss', given);
  expect(await asked.text()).toContain(
    'not while a youth rehabilitation order runs, unless the court revoked it',
  );
  const kept_reason = 'The court revoked the earlier order; its own record is awaited';
  await record('youth-rehabilitation-order-iss', { ...given, kept_reason });
  const { id, last_day, involvement_id } = await orderOf('youth-rehabilitation-order-iss');
  expect(last_day).toBe('2027-03-09');
  expect(involvement_id).not.toBeNull();
  const order = await page(urls.court.order(childId, id));
  expect(order).toContain('6 months from 10 September 2026, that day counted');
  expect(order).toContain('Curfew, 10 hours a day');
  expect(order).toContain('No line of the plan covers it');
  expect(await page(urls.child.overview(childId))).toContain('last day 9 March 2027');
});

it('what came of an order keeps the order as it was made: made longer once, and a second time only with a reason', async () => {
  const { id } = await orderOf('youth-rehabilitation-order-iss');
  const say = (more: Readonly<Record<string, string>>) =>
    ama.post(urls.court.orderEvent(childId, id), { note: 'In court', ...more });
  const longer = { what: 'extended', amount: '3' };
  expect((await say({ ...longer, ...dayBoxes('happened_on', '2026-09-20') })).status).toBe(303);
  expect((await orderOf('youth-rehabilitation-order-iss')).last_day).toBe('2027-06-09');
  const again = await say({ ...longer, ...dayBoxes('happened_on', '2026-09-25') });
  expect(await again.text()).toContain('made longer a second time; once only');
  await say({ what: 'revoked', ...dayBoxes('happened_on', '2026-10-01') });
  const order = await page(urls.court.order(childId, id));
  for (const told of ['Extended, 20 September 2026', 'Revoked, 1 October 2026', '6 months'])
    expect(order).toContain(told);
  expect((await orderOf('youth-rehabilitation-order-iss')).ended_on).toBe('2026-10-01');
});

it('a referral order has no last day until its contract takes effect, and counts from that day', async () => {
  await record('referral-order', { ...dayBoxes('made_on', '2026-09-02'), amount: '6' });
  const { id } = await orderOf('referral-order');
  expect(await page(urls.court.orders(childId))).toContain('The contract has not taken effect yet');
  await ama.post(urls.court.orderEvent(childId, id), {
    what: 'contract',
    ...dayBoxes('happened_on', '2026-09-28'),
    note: 'Signed at the first panel',
  });
  expect((await orderOf('referral-order')).last_day).toBe('2027-03-27');
});

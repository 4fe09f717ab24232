import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, type Day } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { put } from '../support/duties.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const today = britishDay(new Date());
const ago = (days: number): Day => addDays(today, -days);
let ama: Visitor;
let childId = '';
let orderId = '';
const missed: Record<'excused' | 'warned' | 'let-go', { readonly on: Day; id: string }> = {
  excused: { on: ago(50), id: '' },
  warned: { on: ago(40), id: '' },
  'let-go': { on: ago(30), id: '' },
};

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Throughson' });
    });
  const site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

type Said = Readonly<Record<string, string | string[]>>;
const page = async (path: string) => (await ama.get(path)).text();
const say = async (path: string, said: Said) => {
  const answer = await ama.post(path, said);
  expect(answer.status, await answer.clone().text()).toBe(303);
};
const waiting = () =>
  asOwner((tx) =>
    tx
      .selectFrom('duty')
      .select(['standard', 'subject_id'])
      .where('child_id', '=', childId)
      .where('done_on', 'is', null)
      .where('standard', 'in', ['excuse-asked', 'failure-decision', 'failure-acted-on'])
      .execute(),
  );

it('a court makes an order with three requirements', async () => {
  await say(urls.court.addOrder(childId, 'youth-rehabilitation-order'), {
    court: 'Eastmarsh Youth Court',
    ...dayBoxes('made_on', ago(60)),
    amount: '6',
    'has-curfew': '10',
    'has-activity': '20',
    others: ['supervision'],
  });
  const order = await asOwner((tx) =>
    tx
      .selectFrom('court_order')
      .select('id')
      .where('child_id', '=', childId)
      .executeTakeFirstOrThrow(),
  );
  orderId = order.id;
  const compliance = await page(urls.compliance.list(childId));
  expect(compliance).toContain('Youth rehabilitation order');
  expect(compliance).toContain('No warning counts today');
});

it('of four appointments one is kept; each that was missed is somebody’s to ask about', async () => {
  const absent = { attendance: 'unacceptable-absence', absence_reason: 'no-answer' };
  await asOwner(async (tx) => {
    await put.contact(tx, childId, ago(55));
    for (const each of Object.values(missed))
      each.id = await put.contact(tx, childId, each.on, { ...absent, child_seen: 'not-seen' });
  });
  const due = await waiting();
  expect(due.map(({ standard }) => standard)).toEqual(Array(3).fill('excuse-asked'));
  const offered = await page(urls.compliance.list(childId));
  for (const { id } of Object.values(missed))
    expect(offered).toContain(urls.compliance.missed(childId, orderId, id));
});

const decide = (which: keyof typeof missed, said: Said) => {
  const { id, on: day } = missed[which];
  return say(urls.compliance.missed(childId, orderId, id), {
    ...dayBoxes('happened_on', day),
    what: `Did not come (${which})`,
    ...dayBoxes('asked_on', addDays(day, 1)),
    excuse: 'As they said it',
    barriers: ['transport', 'safety'],
    ...said,
  });
};

it('one had a good reason, of one the child is warned, and one is not pursued', async () => {
  await decide('excused', { decision: 'acceptable', decision_reason: 'The bus did not run' });
  await decide('let-go', { decision: 'not-pursued', decision_reason: 'Made good the next day' });
  await decide('warned', { decision: 'not-acceptable', decision_reason: 'Was with friends' });
  expect((await waiting()).map(({ standard }) => standard)).toEqual(['failure-acted-on']);
  const failed = await asOwner((tx) =>
    tx
      .selectFrom('failure_to_comply')
      .select('id')
      .where('contact_id', '=', missed.warned.id)
      .executeTakeFirstOrThrow(),
  );
  await say(urls.compliance.warning(childId, failed.id), {
    ...dayBoxes('given_on', ago(38)),
    given_how: 'in-person',
    described: 'Did not come, which is not acceptable',
    consequence: 'There may be a further warning, or it may be put to the court',
  });
  expect(await waiting()).toEqual([]);
  expect(await page(urls.compliance.list(childId))).toContain('1 warning counts today');
});

it('the order is completed, and how it was kept prints whole', async () => {
  await say(urls.court.orderEvent(childId, orderId), {
    what: 'completed',
    ...dayBoxes('happened_on', today),
    note: 'All three requirements are done',
  });
  const summary = await page(urls.compliance.summary(childId, orderId));
  const told = (name: string) =>
    new RegExp(`${name}\\s*</dt>\\s*<dd[^>]*>\\s*(?:<[^>]*>)?\\s*(\\d+)`).exec(summary)?.[1];
  expect(told('Offered')).toBe('4');
  expect(told('Kept')).toBe('1');
  expect(told('Missed, with a good reason')).toBe('1');
  expect(told('Missed, without a good reason')).toBe('1');
  expect(told('Missed, not pursued')).toBe('1');
  for (const said of ['Completed', 'Curfew, 10 hours a day', 'Activity, 20 days', 'Supervision'])
    expect(summary).toContain(said);
  for (const said of ['The bus did not run', 'Warned on', 'Made good the next day'])
    expect(summary).toContain(said);
});

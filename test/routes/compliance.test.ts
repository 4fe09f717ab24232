import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { layOrder } from '../support/orders.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const today = britishDay(new Date());
const ago = (days: number): Day => addDays(today, -days);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let childId = '';
let orderId = '';
let contactId = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Keepwell' });
      await relate(tx, childId, 'quentin-larkin', 'partner');
      const made = addMonths(today, -3);
      orderId = await layOrder(tx, childId, {
        made_on: made,
        convicted_on: made,
        first_day: made,
        last_day: addMonths(made, 12),
      });
      contactId = await put.contact(tx, childId, ago(20), {
        attendance: 'unacceptable-absence',
        absence_reason: 'no-answer',
        child_seen: 'not-seen',
      });
      await put.contact(tx, childId, ago(200), {
        attendance: 'unacceptable-absence',
        absence_reason: 'forgot',
        child_seen: 'not-seen',
      });
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const on = (stem: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${stem}-day`]: date, [`${stem}-month`]: month, [`${stem}-year`]: year };
};
const page = async (path: string, who: Visitor = ama) => (await who.get(path)).text();
const list = () => page(urls.compliance.list(childId));
const failures = () =>
  asOwner((tx) =>
    tx
      .selectFrom('failure_to_comply')
      .selectAll()
      .where('child_id', '=', childId)
      .orderBy('happened_on')
      .execute(),
  );
type Said = Readonly<Record<string, string | string[]>>;
const unreasoned = (day: Day, more: Said = {}): Said => ({
  ...on('happened_on', day),
  what: `Did not come on ${day}`,
  ...on('asked_on', day),
  excuse: 'Could not be bothered',
  barriers: ['transport', 'needs'],
  decision: 'not-acceptable',
  decision_reason: 'Knew of it, and had the fare',
  ...more,
});

it('a contact that was missed under an order is offered as a failure, and is none until somebody says so', async () => {
  const offered = await list();
  expect(offered).toContain('Missed, and not looked at yet');
  expect(offered).toContain(urls.compliance.missed(childId, orderId, contactId));
  expect(offered.match(/Say what got in the way on/g)).toHaveLength(1);
  expect(offered).toContain('Nothing is recorded as not kept.');
  expect(await failures()).toEqual([]);
  expect(await page(urls.contacts.one(childId, contactId))).toContain('An order asked for this');
});

it('nobody says that there was no good reason before the child was asked and what gets in the way was looked at', async () => {
  const path = urls.compliance.missed(childId, orderId, contactId);
  const asked = await ama.post(path, {
    ...on('happened_on', ago(20)),
    what: 'Did not come',
    decision: 'not-acceptable',
    decision_reason: 'Always does that',
  });
  expect(asked.status).toBe(422);
  const words = await asked.text();
  expect(words).toContain('Ask the child why first');
  expect(words).toContain('Look first at what may have got in the way');
  expect(words).toContain('Always does that');
  expect(await failures()).toEqual([]);
});

it('the same contact makes one failure, whoever comes that way again', async () => {
  const path = urls.compliance.missed(childId, orderId, contactId);
  const said = { ...on('happened_on', ago(20)), what: 'Did not come' };
  expect((await ama.post(path, said)).status).toBe(303);
  expect((await ama.post(path, { ...said, what: 'Once more' })).status).toBe(409);
  const [failed, ...others] = await failures();
  expect(others).toEqual([]);
  expect(failed).toMatchObject({ contact_id: contactId, decision: null, decided_by: null });
  expect(await list()).not.toContain('Missed, and not looked at yet');
});

it('what was decided stands with who decided and why, and may be decided otherwise later', async () => {
  const [failed] = await failures();
  const path = urls.compliance.failure(childId, failed?.id ?? '');
  const save = async (more: Said) => {
    const [{ version } = { version: 0 }] = await failures();
    return ama.post(path, { ...unreasoned(ago(20)), ...more, version: String(version) });
  };
  expect((await save({})).status).toBe(303);
  expect(await page(path)).toContain('There was no good reason: decided by Ama Lovelock');
  expect(
    (await save({ decision: 'acceptable', decision_reason: 'The school rang: he was there' }))
      .status,
  ).toBe(303);
  const [changed] = await failures();
  expect(changed).toMatchObject({ decision: 'acceptable', decided_on: today });
  expect(await list()).toContain('There was a good reason');
});

it('whoever only works beside reads it and changes nothing', async () => {
  const quentin = await site.as('quentin-larkin');
  const [failed] = await failures();
  const path = urls.compliance.failure(childId, failed?.id ?? '');
  const read = await page(path, quentin);
  expect(read).toContain('The school rang');
  expect(read).not.toContain('name="decision"');
  expect((await quentin.post(path, unreasoned(ago(20)))).status).toBe(403);
});

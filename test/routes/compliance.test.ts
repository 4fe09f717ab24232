import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
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
  ...dayBoxes('happened_on', day),
  what: `Did not come on ${day}`,
  ...dayBoxes('asked_on', day),
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
    ...dayBoxes('happened_on', ago(20)),
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
  const said = { ...dayBoxes('happened_on', ago(20)), what: 'Did not come' };
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

const idOf = async (day: Day) => {
  const found = (await failures()).find(({ happened_on }) => happened_on === day);
  return found?.id ?? '';
};
const fail = (day: Day, more: Said = {}) =>
  ama.post(urls.compliance.addFailure(childId, orderId), unreasoned(day, more));
const warn = (failureId: string, day: Day) =>
  ama.post(urls.compliance.warning(childId, failureId), {
    ...dayBoxes('given_on', day),
    given_how: 'both',
    described: 'Did not come. That is not acceptable.',
    consequence: 'It may be put to the court.',
  });
const breachRow = () =>
  asOwner((tx) =>
    tx.selectFrom('breach').selectAll().where('child_id', '=', childId).executeTakeFirstOrThrow(),
  );

it('nobody is warned before it is decided that there was no good reason', async () => {
  expect((await fail(ago(18), { decision: 'not-pursued' })).status).toBe(303);
  const refused = await warn(await idOf(ago(18)), ago(17));
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Nobody is warned before');
});

it('a warning says until when it counts, and the next one is the last before the court', async () => {
  await fail(ago(16));
  const first = await idOf(ago(16));
  expect(await page(urls.compliance.failure(childId, first))).toContain('Warn the child');
  expect((await warn(first, ago(15))).status).toBe(303);
  await fail(ago(12));
  const second = await idOf(ago(12));
  expect(await page(urls.compliance.warning(childId, second))).toContain('Further warning');
  expect((await warn(second, ago(11))).status).toBe(303);
  const counted = await list();
  expect(counted).toContain('2 warnings count today');
});

it('a third failure in the warned period must be put to the court, and says so before it is decided', async () => {
  expect(await page(urls.compliance.addFailure(childId, orderId))).toContain(
    'This must be put to the court',
  );
  await fail(ago(5));
  expect(await list()).toContain('This must be put to the court: 2 warnings count');
});

it('where it must be put to the court a warning is not enough', async () => {
  const third = await idOf(ago(5));
  const refused = await warn(third, ago(4));
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('A warning is not enough: this must be put to the court');
});

it('a breach waits for a manager who did not propose it, who sends it back or approves it', async () => {
  const third = await idOf(ago(5));
  const propose = () =>
    ama.post(urls.compliance.proposeBreach(childId, orderId), {
      relied_on: [third],
      reasons: 'A third failure after two warnings',
      tried: 'Lifts, reminders and another time of day',
    });
  expect((await propose()).status).toBe(303);
  const { id } = await breachRow();
  const marguerite = await site.as('marguerite-oyelaran');
  expect(await page(urls.home, marguerite)).toContain(urls.compliance.checkBreach(childId, id));
  expect((await ama.get(urls.compliance.checkBreach(childId, id))).status).toBe(403);
  const judge = async (verdict: string) =>
    marguerite.post(urls.compliance.checkBreach(childId, id), {
      verdict,
      manager_note: 'Say more of the school',
      version: String((await breachRow()).version),
    });
  expect((await judge('return')).status).toBe(303);
  expect(await page(urls.home)).toContain('Say more of the school');
  const { version } = await breachRow();
  await ama.post(urls.compliance.proposeBreach(childId, orderId), {
    relied_on: [third],
    reasons: 'A third failure after two warnings; the school was asked',
    tried: 'Lifts, reminders and another time of day',
    version: String(version),
  });
  expect((await judge('approve')).status).toBe(303);
  expect(await breachRow()).toMatchObject({ status: 'approved', approved_on: today });
  expect(await list()).toContain('Approved, not sent yet');
});

it('an approved breach is sent, heard, and what came of it stands on the summary for a court', async () => {
  const { id, version } = await breachRow();
  const came = (more: Said) => ama.post(urls.compliance.breach(childId, id), more);
  expect((await came({ version: String(version) })).status).toBe(422);
  const heard = await came({
    version: String(version),
    ...dayBoxes('sent_on', today),
    ...dayBoxes('heard_on', today),
    outcome: 'no-action',
    outcome_note: 'The court heard what gets in the way',
  });
  expect(heard.status).toBe(303);
  expect(await breachRow()).toMatchObject({ status: 'heard', outcome: 'no-action' });
  const summary = await page(urls.compliance.summary(childId, orderId));
  for (const told of [
    'Found, and the order goes on as it is',
    'Missed, with a good reason',
    'Warned on',
    'How the order was kept',
  ])
    expect(summary).toContain(told);
});

it('a breach is withdrawn by a manager, with the reason', async () => {
  await ama.post(urls.compliance.proposeBreach(childId, orderId), {
    relied_on: [await idOf(ago(12))],
    reasons: 'Again',
    tried: 'As before',
  });
  const open = await asOwner((tx) =>
    tx
      .selectFrom('breach')
      .select(['id', 'version'])
      .where('child_id', '=', childId)
      .where('status', '=', 'proposed')
      .executeTakeFirstOrThrow(),
  );
  const path = urls.compliance.withdrawBreach(childId, open.id);
  const said = { withdrawn_reason: 'The court dealt with it', version: String(open.version) };
  expect((await ama.post(path, said)).status).toBe(403);
  const marguerite = await site.as('marguerite-oyelaran');
  expect((await marguerite.post(path, said)).status).toBe(303);
  expect(await page(urls.compliance.breach(childId, open.id))).toContain('The court dealt with it');
});

it('whether an order may end early is looked at with the reason, and the child’s own view', async () => {
  const path = urls.compliance.earlyEnd(childId, orderId);
  const looked = await ama.post(path, {
    ...dayBoxes('looked_on', today),
    asks: 'no',
    why: 'It was not kept for a month',
    child_view: 'I want it done',
  });
  expect(looked.status).toBe(303);
  expect(await page(path)).toContain('the order goes on');
  expect(await page(path)).toContain('I want it done');
});

it('an order says what is still to plan of this month’s contacts, by the level of the child', async () => {
  await asOwner((tx) =>
    put.assessment(tx, childId, ago(60), { likelihood_level: 'high', harm_level: 'low' }),
  );
  const compliance = await page(urls.compliance.list(childId));
  expect(compliance).toMatch(/of \d expected/);
  expect(compliance).toContain('still to plan');
  const quentin = await site.as('quentin-larkin');
  expect(await page(urls.compliance.list(childId), quentin)).not.toContain('Contacts this month');
});

it('managers see who is warned and breached by group, with no small number, on the page and in the file', async () => {
  const marguerite = await site.as('marguerite-oyelaran');
  for (const by of ['ethnicity', 'sex', 'care']) {
    const counts = await page(urls.asking(urls.compliance.counts, { by }), marguerite);
    const row = counts.slice(counts.indexOf('<tbody'), counts.indexOf('</tbody'));
    expect(row, by).toContain('All');
    for (const [, count] of row.matchAll(/>\s*(\d+)\s*</g))
      expect(Number(count) === 0 || Number(count) > 5, `${by}: ${count}`).toBe(true);
  }
  expect((await ama.get(urls.compliance.counts)).status).toBe(403);
});

it('a failure that nobody has decided stands on the overview', async () => {
  await ama.post(urls.compliance.addFailure(childId, orderId), {
    ...dayBoxes('happened_on', ago(1)),
    what: 'Was not home at nine',
  });
  expect(await page(urls.child.overview(childId))).toContain('not kept, and not decided yet');
});

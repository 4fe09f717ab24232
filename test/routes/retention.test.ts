import { beforeAll, expect, it } from 'vitest';
import { addRow } from '../../src/record/rows.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';
let number = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { surname: 'Longago' });
      await addRow(tx, { serviceId }, 'referral', {
        child_id: childId,
        source: 'police',
        agency: 'Police',
        referred_on: '2014-01-01',
        received_on: '2014-01-01',
        state: 'closed',
        triaged_on: '2014-01-02',
        closed_on: '2014-01-02',
        closed_reason: 'Invented',
      });
      const child = tx.selectFrom('child').select('number').where('id', '=', childId);
      number = (await child.executeTakeFirstOrThrow()).number;
    });
  site = await testApp(database());
  return () => site.jobs.stop();
});

it('what was given to somebody outside is entered with who received it, and stands in the chronology', async () => {
  const marguerite = await site.as('marguerite-oyelaran');
  const path = urls.child.disclosures(childId);
  const asked = (await marguerite.get(path)).headers.get('location');
  if (asked)
    await marguerite.post(urls.child.purpose(childId), { purpose: 'covering', next: path });
  const given = {
    what: 'The plan of 4 March',
    recipient: 'Head of year',
    agency: 'Northgate School',
    basis: 'agreed',
    'given_on-day': '5',
    'given_on-month': '3',
    'given_on-year': '2024',
  };
  expect((await marguerite.post(path, { ...given, recipient: '' })).status).toBe(422);
  expect((await marguerite.post(path, given)).status).toBe(303);
  expect(await (await marguerite.get(path)).text()).toContain('Head of year, Northgate School');
  const chronology = await (await marguerite.get(urls.child.chronology(childId))).text();
  expect(chronology).toContain('Given to Head of year, Northgate School');
});

it('a record past its time is kept for a reason until a day, or erased by whoever types its number again', async () => {
  const head = await site.as('philippa-standfast');
  const list = await (await head.get(urls.children.pastRetention)).text();
  expect(list).toContain(`No. ${number}`);
  expect(list).not.toContain('Longago');
  const path = urls.children.retention(childId);
  const wish = { what: 'erase', reason: 'Its time was over', number: 'EM-0' };
  expect((await head.post(path, wish)).status).toBe(422);
  expect((await head.post(path, { ...wish, what: 'keep' })).status).toBe(422);
  expect((await (await site.as('marguerite-oyelaran')).get(path)).status).toBe(403);
  expect((await head.post(path, { ...wish, number })).status).toBe(303);
  expect((await head.get(urls.child.overview(childId))).status).toBe(404);
  const after = await (await head.get(urls.children.pastRetention)).text();
  expect(after).toContain('Its time was over');
  const told = await (await (await site.as('desmond-plumb')).get(urls.account.notices)).text();
  expect(told).toContain(`erased the record No. ${number}`);
  expect((await head.get(path)).status).toBe(404);
});

it('a shorter time for keeping records waits for the head of service, who is told, reads why, and agrees or takes it away', async () => {
  const administrator = await site.as('freddie-okafor-bright');
  const head = await site.as('philippa-standfast');
  const limit = urls.admin.timeLimit('record-retention');
  const agree = urls.admin.timeLimitAgree('record-retention');
  const short = { number: '12', unit: 'months', reason: 'The disks are full', version: '0' };
  expect((await head.get(agree)).status).toBe(409);
  expect((await administrator.post(limit, short)).status).toBe(303);
  const list = await (await administrator.get(urls.admin.timeLimits)).text();
  expect(list).toContain(
    '12 months is below 72 months, and waits until the head of service agrees',
  );
  expect((await administrator.get(agree)).status).toBe(403);
  expect(await (await head.get(urls.account.notices)).text()).toContain('below the floor');
  expect(await (await head.get(urls.admin.timeLimits)).text()).toContain(agree);
  const page = await (await head.get(agree)).text();
  expect(page).toContain('The disks are full');
  expect((await head.post(agree, { version: '1' })).status).toBe(422);
  expect((await head.post(agree, { what: 'agree', version: '1' })).status).toBe(303);
  const after = await (await administrator.get(urls.admin.timeLimits)).text();
  expect(after).not.toContain('waits until');
  expect(await (await administrator.get(limit)).text()).toContain('Philippa Standfast');
  const again = { ...short, number: '6', version: '2' };
  expect((await administrator.post(limit, again)).status).toBe(303);
  expect((await head.post(agree, { what: 'refuse', version: '3' })).status).toBe(303);
  expect(await (await administrator.get(urls.admin.timeLimits)).text()).not.toContain(
    '6 months is',
  );
});

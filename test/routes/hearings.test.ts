import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, formatDay } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const today = britishDay(new Date());
const next = addDays(today, 21);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let childId = '';
let chargeId = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Hearingdale' });
      chargeId = newId();
      await tx
        .insertInto('charge')
        .values({
          service_id: serviceId,
          id: chargeId,
          child_id: childId,
          charged_on: addDays(today, -30),
          charged_by: 'police',
          wording: 'Having a blade in a public place',
        })
        .execute();
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
const add = (more: Readonly<Record<string, string | string[]>> = {}, who: Visitor = ama) =>
  who.post(urls.court.addHearing(childId), {
    court: 'Eastmarsh Youth Court',
    ...on('listed_on', today),
    listed_at: '10am',
    kind: 'plea',
    charge_ids: chargeId,
    ...more,
  });
const hearings = () =>
  asOwner((tx) =>
    tx
      .selectFrom('hearing')
      .selectAll()
      .where('child_id', '=', childId)
      .orderBy('listed_on')
      .execute(),
  );
const happened = (more: Readonly<Record<string, string>> = {}) => ({
  version: '1',
  state: 'adjourned',
  child_attended: 'in-person',
  parent_attended: 'no',
  social_care_attended: 'not-involved',
  remand: 'CONDITIONAL_BAIL',
  remand_conditions: 'To sleep at home every night',
  ...more,
});

it('a hearing is added with what it is about, and stands on the record and on the overview as covered by nobody', async () => {
  expect(await page(urls.court.hearings(childId))).toContain('No hearing is expected');
  expect((await add()).status).toBe(303);
  const list = await page(urls.court.hearings(childId));
  for (const told of ['at 10am', 'Nobody covers it', 'Having a blade in a public place'])
    expect(list).toContain(told);
  expect(await page(urls.child.overview(childId))).toContain('Nobody covers it yet');
});

it('what happened is recorded in one page, and the day on which it goes on becomes a hearing in the same step', async () => {
  const [hearing] = await hearings();
  const one = urls.court.hearing(childId, hearing?.id ?? '');
  const asked = await ama.post(one, happened());
  expect(asked.status).toBe(422);
  const words = await asked.text();
  expect(words).toContain('Enter the day on which it goes on');
  expect(words).toContain('To sleep at home every night');
  const goesOn = { ...on('next_on', next), next_at: '2pm', next_kind: 'sentence' };
  expect((await ama.post(one, happened(goesOn))).status).toBe(303);
  const [first, second] = await hearings();
  expect(first).toMatchObject({ state: 'adjourned', recorded_on: today });
  expect(second).toMatchObject({
    adjourned_from: first?.id,
    listed_on: next,
    listed_at: '14:00',
    kind: 'sentence',
    state: 'expected',
    charge_ids: [chargeId],
  });
  const after = await page(one);
  for (const told of [
    'Conditional bail: To sleep at home every night',
    'parent or carer: did not come',
    `Sentence, ${formatDay(next)}`,
  ])
    expect(after).toContain(told);
  expect(await page(urls.child.chronology(childId))).toContain('Plea: adjourned');
});

it('what is recorded is corrected with a reason, and what it said first stays beside it', async () => {
  const [hearing] = await hearings();
  const id = hearing?.id ?? '';
  const again = await ama.post(urls.court.hearing(childId, id), happened({ version: '2' }));
  expect(await again.text()).toContain('recorded already');
  const right = { version: '2', parent_attended: 'by-link' };
  const asked = await ama.post(urls.court.correctHearing(childId, id), happened(right));
  expect(await asked.text()).toContain('Say why it is corrected');
  const reason = 'The mother was on the video link all along';
  await ama.post(urls.court.correctHearing(childId, id), happened({ ...right, reason }));
  const after = await page(urls.court.hearing(childId, id));
  for (const told of [reason, 'parent or carer: by video link', 'parent or carer: did not come'])
    expect(after).toContain(told);
});

it('a hearing that never was is withdrawn with a reason, and stays struck through', async () => {
  await add({ kind: 'trial', ...on('listed_on', addDays(today, 40)) });
  const wrong = (await hearings()).find(({ kind }) => kind === 'trial');
  await ama.post(urls.court.takeOffHearing(childId, wrong?.id ?? ''), {
    version: '1',
    what: 'withdraw',
    reason: 'Listed for another child of the name',
  });
  const list = await page(urls.court.hearings(childId));
  expect(list).toContain('Listed for another child of the name');
  expect((await hearings()).some(({ kind }) => kind === 'trial')).toBe(false);
});

it('who covers it is named with the hearing, and works with the child for it', async () => {
  const [, second] = await hearings();
  const listing = {
    version: '1',
    court: 'Eastmarsh Youth Court',
    ...on('listed_on', next),
    kind: 'sentence',
    charge_ids: chargeId,
  };
  const path = urls.court.listing(childId, second?.id ?? '');
  await ama.post(path, { ...listing, covered_by: staffId('ben-thackery') });
  const ben = await site.as('ben-thackery');
  expect(await page(urls.court.hearings(childId), ben)).toContain('Add a hearing');
  expect(await page(urls.child.overview(childId))).toContain('Covered by Ben Thackery');
});

it('police who work with no such child see no hearing, and another child’s worker records none', async () => {
  const before = (await hearings()).length;
  for (const code of ['quentin-larkin', 'chandra-pell']) await add({}, await site.as(code));
  expect((await hearings()).length).toBe(before);
  const police = await site.as('quentin-larkin');
  expect((await police.get(urls.court.hearings(childId))).status).toBe(404);
});

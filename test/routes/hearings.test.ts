import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, formatDay } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
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

const page = async (path: string, who: Visitor = ama) => (await who.get(path)).text();
const add = (more: Readonly<Record<string, string | string[]>> = {}, who: Visitor = ama) =>
  who.post(urls.court.addHearing(childId), {
    court: 'Eastmarsh Youth Court',
    ...dayBoxes('listed_on', today),
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
  const goesOn = { ...dayBoxes('next_on', next), next_at: '2pm', next_kind: 'sentence' };
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

const results = () =>
  asOwner((tx) =>
    tx
      .selectFrom('hearing_result')
      .selectAll()
      .where('child_id', '=', childId)
      .orderBy('created_at')
      .execute(),
  );
const addResult = async (more: Readonly<Record<string, string>>) => {
  const [hearing] = await hearings();
  return ama.post(urls.court.addResult(childId, hearing?.id ?? ''), { matter: chargeId, ...more });
};

it('a result that the list has no code for is kept in the court’s words, and asked for them', async () => {
  expect(await (await addResult({ code: 'not-in-list' })).text()).toContain(
    'Enter the court’s words',
  );
  await addResult({ code: 'not-in-list', words: 'Referral order, six months' });
  const [hearing] = await hearings();
  const one = await page(urls.court.hearing(childId, hearing?.id ?? ''));
  expect(one).toContain('In the court’s words: Referral order, six months');
  expect(one).toContain(urls.court.orderKinds(childId));
});

it('a result that is an order leads to the order with its day, court and charge, until the order is recorded', async () => {
  await addResult({ code: 'DTO' });
  const made = (await results()).find(({ code }) => code === 'DTO');
  const [hearing] = await hearings();
  const one = urls.court.hearing(childId, hearing?.id ?? '');
  const from = urls.court.addOrder(childId, 'detention-training-order', { result: made?.id ?? '' });
  const before = await page(one);
  expect(before).toContain('The order is not recorded yet');
  expect(before).toContain(from);
  const begun = await page(from);
  expect(begun).toContain('value="Eastmarsh Youth Court"');
  expect(begun).toMatch(new RegExp(`value="${chargeId}"[^>]* selected`));
  await ama.post(urls.court.addOrder(childId, 'detention-training-order'), {
    ...dayBoxes('made_on', today),
    court: 'Eastmarsh Youth Court',
    amount: '6',
  });
  expect(await page(one)).toContain('The order is recorded');
});

it('a result that ends a charge changes it only by the one step that it leads to, and both pages say so until then', async () => {
  await addResult({ code: 'wdrn' });
  const ended = (await results()).find(({ code }) => code === 'wdrn');
  expect(await page(urls.court.charges(childId))).toContain('A court said otherwise');
  const step = urls.court.endCharge(childId, chargeId, ended?.id ?? '');
  const [hearing] = await hearings();
  const one = urls.court.hearing(childId, hearing?.id ?? '');
  expect(await page(one)).toContain('The charge still stands here');
  expect(await page(step)).toContain('Withdrawn, in court');
  await ama.post(step, {
    version: '1',
    standing: 'withdrawn',
    ...dayBoxes('standing_on', today),
    standing_reason: 'Withdrawn, in court',
  });
  expect(await page(one)).toContain('Recorded on the charge');
  expect(await page(urls.court.charges(childId))).not.toContain('A court said otherwise');
});

it('a result is put right or taken off with a reason, and what it said first stays', async () => {
  const [first] = await results();
  const path = urls.court.result(childId, first?.hearing_id ?? '', first?.id ?? '');
  const right = { version: '1', matter: chargeId, code: 'not-in-list' };
  await ama.post(path, {
    ...right,
    words: 'Referral order, nine months',
    reason: 'The register says nine',
  });
  const one = urls.court.hearing(childId, first?.hearing_id ?? '');
  for (const told of ['nine months', 'six months', 'The register says nine'])
    expect(await page(one)).toContain(told);
  await ama.post(path, { ...right, version: '2', gone: 'yes', reason: 'It was another child’s' });
  expect(await page(one)).toContain('It was another child’s');
  expect((await results()).some(({ id }) => id === first?.id)).toBe(false);
});

it('the case is told from the offence to the sentence, with the days between and what came late', async () => {
  const told = await page(urls.court.timeline(childId));
  expect(told).toContain('Having a blade in a public place');
  expect(told).toContain('30 days');
  expect(told).toContain('1 hearing, 1 of them adjourned');
  expect(told).toContain('Nothing of the court’s work was late');
});

it('a hearing with results stays: they are seen to first', async () => {
  const [hearing] = await hearings();
  const refused = await ama.post(urls.court.takeOffHearing(childId, hearing?.id ?? ''), {
    version: String(hearing?.version),
    what: 'withdraw',
    reason: 'It was another child’s',
  });
  expect(await refused.text()).toContain('Results are recorded of this hearing');
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
  await add({ kind: 'trial', ...dayBoxes('listed_on', addDays(today, 40)) });
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
    ...dayBoxes('listed_on', next),
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

it('the court’s list of a day names who is before it and who goes, and cover is taken in one step', async () => {
  const officer = await site.as('odile-farthingale');
  await add({ ...dayBoxes('listed_on', addDays(today, 60)), kind: 'review' });
  const added = (await hearings()).find(({ kind }) => kind === 'review');
  const day = addDays(today, 60);
  const { 'on-day': date, 'on-month': month, 'on-year': year } = dayBoxes('on', day);
  const list = urls.court.dayListOf({ 'on-day': date, 'on-month': month, 'on-year': year });
  expect(await page(list, officer)).toContain('I cover it');
  const cover = urls.court.takeCover(added?.id ?? '');
  expect((await officer.post(cover, {})).headers.get('location')).toContain(
    `on-day=${Number(date)}`,
  );
  const taken = await page(list, officer);
  expect(taken).toContain('Odile Farthingale');
  expect(taken).not.toContain('I cover it');
  const nobody = urls.court.dayListOf({
    'on-day': date,
    'on-month': month,
    'on-year': year,
    cover: 'nobody',
  });
  expect(await page(nobody, officer)).toContain('Nobody of whom we know is before a court');
  const file = await page(list.replace('/hearings?', '/hearings.csv?'), officer);
  expect(file).toContain('Hearingdale');
  // Somebody else comes second, and is told that nothing was changed.
  const second = await ama.post(cover, {});
  expect(second.status).toBe(303);
  expect((await hearings()).find(({ kind }) => kind === 'review')?.covered_by).toBe(
    staffId('odile-farthingale'),
  );
});

it('charges without a code stand on a list until they have one', async () => {
  await asOwner((tx) =>
    tx
      .insertInto('charge')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: childId,
        charged_on: today,
        charged_by: 'police',
        wording: 'Something newly made an offence',
        ho_code: 'NEW-9',
      })
      .execute(),
  );
  const list = await page(`${urls.court.withoutCode}?which=unlisted`);
  expect(list).toContain('Something newly made an offence');
  expect(list).toContain('NEW-9');
});

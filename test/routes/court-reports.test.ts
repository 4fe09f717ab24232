import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { layOrder } from '../support/orders.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const today = britishDay(new Date());
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let marguerite: Visitor;
let childId = '';
let hearingId = '';
let reportId = '';
let victimId = '';
const inCourt = 'Theft of a bicycle';

const layCharge = (wording: string) =>
  asOwner((tx) =>
    tx
      .insertInto('charge')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: childId,
        charged_on: addDays(today, -20),
        charged_by: 'police',
        wording,
      })
      .execute(),
  );

beforeAll(async () => {
  await asOwner(async (tx) => {
    childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Reportwell' });
    await relate(tx, childId, 'quentin-larkin', 'partner');
    hearingId = newId();
    await tx
      .insertInto('hearing')
      .values({
        service_id: serviceId,
        id: hearingId,
        child_id: childId,
        court: 'Eastmarsh Youth Court',
        listed_on: addDays(today, 20),
        kind: 'sentence',
      })
      .execute();
    victimId = newId();
    await tx
      .insertInto('victim_involvement')
      .values({
        service_id: serviceId,
        id: victimId,
        child_id: childId,
        label: 'Victim A',
        tell_child: 'yes',
        shared_with_worker: 'I only want my bicycle mended',
        shared_on: addDays(today, -9),
        share_consent_on: addDays(today, -9),
      })
      .execute();
  });
  await layCharge(inCourt);
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  marguerite = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

const page = async (path: string, who: Visitor = ama) => (await who.get(path)).text();
const one = (who: Visitor = ama) => page(urls.courtReports.one(childId, reportId), who);
const reportRow = () =>
  asOwner((tx) =>
    tx.selectFrom('court_report').selectAll().where('id', '=', reportId).executeTakeFirstOrThrow(),
  );
const sectionsAsked = async () =>
  [...(await one()).matchAll(/sections\/([a-z-]+)"/g)].map(([, code = '']) => code);
const chosen: Readonly<Record<string, string[]>> = {
  threshold: ['not-reached'],
  proposal: ['youth-rehabilitation-order'],
  alternatives: ['referral-order', 'fine'],
};
const write = async (section: string, words: string, who: Visitor = ama) => {
  const path = urls.courtReports.section(childId, reportId, section);
  const version = /name="version" value="(\d+)"/.exec(await page(path, who))?.[1];
  return who.post(path, {
    words,
    ...(chosen[section] ? { chosen: chosen[section] } : {}),
    ...(version ? { version } : {}),
  });
};
const send = async (who: Visitor = ama) =>
  who.post(urls.courtReports.one(childId, reportId), {
    version: String((await reportRow()).version),
  });
const judge = async (verdict: string, who: Visitor = marguerite) =>
  who.post(urls.courtReports.check(childId, reportId), {
    checks: ['plain', 'child-heard'],
    verdict,
    manager_note: 'Say more of the moves',
    version: String((await reportRow()).version),
  });

it('a report that is asked for stands on its author’s home with its day, two working days before the hearing at the latest', async () => {
  const asked = await ama.post(urls.courtReports.list(childId), {
    kind: 'pre-sentence',
    ...dayBoxes('asked_on', today),
    hearing_id: hearingId,
  });
  expect(asked.status).toBe(303);
  reportId = await asOwner(async (tx) => {
    const row = await tx
      .selectFrom('court_report')
      .select('id')
      .where('child_id', '=', childId)
      .executeTakeFirstOrThrow();
    return row.id;
  });
  expect(await page(urls.home)).toContain(urls.courtReports.one(childId, reportId));
  const due = await asOwner((tx) =>
    tx
      .selectFrom('duty')
      .select(['due_on', 'owed_by'])
      .where('subject_id', '=', reportId)
      .where('standard', '=', 'report-pre-sentence')
      .executeTakeFirstOrThrow(),
  );
  expect(due.owed_by).toBe('worker');
  expect((due.due_on ?? '') < addDays(today, 19)).toBe(true);
});

it('a kind that is about an order is not begun without one', async () => {
  const refused = await ama.post(urls.courtReports.list(childId), {
    kind: 'breach',
    ...dayBoxes('asked_on', today),
  });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Choose the order that it is about');
});

it('a report with headings left open is not sent, and each is named', async () => {
  const refused = await send();
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Write something under “The child and their life”');
});

it('the record stands beside the heading that names it, the words of a person harmed only as they agreed', async () => {
  const matter = await page(urls.courtReports.section(childId, reportId, 'matter'));
  expect(matter).toContain(inCourt);
  const harmed = await page(urls.courtReports.section(childId, reportId, 'harmed'));
  expect(harmed).toContain('I only want my bicycle mended');
  expect(harmed).toContain('No name, no address');
});

it('what is proposed is chosen beside the words, and the custody threshold is answered once', async () => {
  const path = (section: string) => urls.courtReports.section(childId, reportId, section);
  const nothing = await ama.post(path('proposal'), { words: 'Something' });
  expect(await nothing.text()).toContain('Choose what is proposed');
  const both = await ama.post(path('threshold'), { words: 'Hm', chosen: ['near', 'reached'] });
  expect(await both.text()).toContain('Choose one answer');
});

it('every heading is written, and whoever begins is its author', async () => {
  const sections = await sectionsAsked();
  expect(sections).toContain('life');
  for (const section of sections)
    expect((await write(section, `Of ${section} this is known.`)).status).toBe(303);
  expect(await one()).toContain('Written by Ama Lovelock');
  expect(await one()).toContain('Proposed: Youth rehabilitation order.');
});

it('two people who write under one heading meet, and neither’s words are lost', async () => {
  const path = urls.courtReports.section(childId, reportId, 'life');
  const late = await ama.post(path, { words: 'Mine of an hour ago', version: '99' });
  expect(late.status).toBe(409);
  const met = await late.text();
  expect(met).toContain('Mine of an hour ago');
  expect(met).toContain('Of life this is known.');
});

it('a report is sent to a manager who did not write it: its author approves nothing, and changes nothing meanwhile', async () => {
  expect((await send()).status).toBe(303);
  expect(await page(urls.home, marguerite)).toContain(urls.courtReports.check(childId, reportId));
  expect((await ama.get(urls.courtReports.check(childId, reportId))).status).toBe(403);
  const late = await write('life', 'Other');
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('It waits for a manager: no word of it is changed meanwhile');
});

it('a manager sends it back with the note, which stands on its author’s home', async () => {
  expect((await judge('return')).status).toBe(303);
  expect(await page(urls.home)).toContain('Say more of the moves');
  expect(await one()).toContain('Sent back by the manager');
});

it('sent again, the manager reads what changed word by word, and approves it', async () => {
  await write('life', 'Of life this is known: four moves in three years.');
  expect((await send()).status).toBe(303);
  const read = await page(urls.courtReports.check(childId, reportId), marguerite);
  expect(read).toContain('What changed since it was sent before');
  expect(read).toMatch(/<ins[^>]*>[^<]*four moves/);
  expect((await judge('approve')).status).toBe(303);
  expect(await reportRow()).toMatchObject({ status: 'approved', approved_on: today });
  expect(await page(urls.courtReports.versions(childId, reportId))).toContain('four moves');
});

it('a verdict on a report that was judged meanwhile is not taken', async () => {
  expect((await judge('return')).status).toBe(409);
});

it('an approved report says at once what has come since: a charge, and words that were taken back', async () => {
  expect(await one()).not.toContain('It must be looked at again');
  await layCharge('Affray in the square');
  await asOwner((tx) =>
    tx
      .updateTable('victim_involvement')
      .set({ tell_child: 'no' })
      .where('id', '=', victimId)
      .execute(),
  );
  const said = await one();
  expect(said).toContain('It must be looked at again before anybody is given it');
  expect(said).toContain('Charges: Affray in the square is new');
  expect(said).toContain('Victim A no longer stands as it was');
  expect(said).not.toContain('I only want my bicycle mended');
  expect(await page(urls.courtReports.list(childId))).toContain('Look at it again');
});

it('it is opened again with the reason, goes the same way, and stands on what the record says then', async () => {
  const opened = await ama.post(urls.courtReports.openAgain(childId, reportId), {
    why: 'A new charge',
    version: String((await reportRow()).version),
  });
  expect(opened.status).toBe(303);
  expect((await send()).status).toBe(303);
  expect((await judge('approve')).status).toBe(303);
  const said = await one();
  expect(said).not.toContain('It must be looked at again');
  expect(said).toContain('Affray in the square');
});

it('it is given only once it was looked at again, and stands among what was given of the record', async () => {
  await layCharge('Going equipped');
  const give = () =>
    ama.post(urls.courtReports.given(childId, reportId), {
      to: 'court',
      name: 'The court office',
      how: 'By secure e-mail',
      ...dayBoxes('given_on', today),
    });
  const refused = await give();
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain(
    'Look at it again before it is given: Charges: Going equipped is new',
  );
  await ama.post(urls.courtReports.openAgain(childId, reportId), {
    why: 'Another charge',
    version: String((await reportRow()).version),
  });
  expect((await give()).status).toBe(409);
  await send();
  await judge('approve');
  expect((await give()).status).toBe(303);
  expect(await one()).toContain('The court: The court office');
  expect(await page(urls.child.disclosures(childId))).toContain('Pre-sentence report, version 4');
});

it('what was given stays needed, and written by whoever wrote it', async () => {
  expect((await ama.get(urls.courtReports.notNeeded(childId, reportId))).status).toBe(409);
  const { version, author_id } = await reportRow();
  const changed = await ama.post(urls.courtReports.listing(childId, reportId), {
    hearing_id: hearingId,
    author_id: '',
    version: String(version),
  });
  expect(changed.status).toBe(303);
  expect((await reportRow()).author_id).toBe(author_id);
});

it('it is downloaded as a Word document by those who read it', async () => {
  const file = await ama.get(urls.courtReports.word(childId, reportId));
  expect(file.headers.get('content-type')).toContain('wordprocessingml');
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(5000);
});

it('what the court did stands beside the proposal, with what it thought of the report', async () => {
  await asOwner(async (tx) => {
    await tx
      .updateTable('hearing')
      .set({ listed_on: today, state: 'held', recorded_on: today })
      .where('id', '=', hearingId)
      .execute();
  });
  expect(await one()).toContain('No order of that day is recorded');
  await asOwner((tx) =>
    layOrder(tx, childId, { kind: 'referral-order', made_on: today, convicted_on: today }),
  );
  expect(await one()).toContain('One of the alternatives');
  await asOwner((tx) => layOrder(tx, childId, { made_on: today, convicted_on: today }));
  const said = await ama.post(urls.courtReports.feedback(childId, reportId), {
    said_by: 'bench',
    ...dayBoxes('received_on', today),
    useful: 'very',
    themes: ['child-life', 'clear'],
    words: 'It told us who the child is',
  });
  expect(said.status).toBe(303);
  const read = await one();
  for (const told of ['As proposed', 'It told us who the child is', 'Clear and easy to follow'])
    expect(read).toContain(told);
  const all = await page(urls.courtReports.ofService, marguerite);
  expect(all).toContain('As proposed');
  expect(all).toContain('Clear and easy to follow');
});

it('a report asked for at a hearing is begun for the day on which it goes on', async () => {
  const first = newId();
  await asOwner((tx) =>
    tx
      .insertInto('hearing')
      .values({
        service_id: serviceId,
        id: first,
        child_id: childId,
        court: 'Eastmarsh Youth Court',
        listed_on: addDays(today, -1),
        kind: 'plea',
      })
      .execute(),
  );
  const next = addDays(today, 21);
  const path = urls.court.hearing(childId, first);
  const recorded = await ama.post(path, {
    state: 'adjourned',
    child_attended: 'in-person',
    report_kind: 'pre-sentence',
    ...dayBoxes('next_on', next),
    next_kind: 'sentence',
    version: '1',
  });
  expect(recorded.status).toBe(303);
  const begun = await asOwner((tx) =>
    tx
      .selectFrom('court_report')
      .innerJoin('hearing', 'hearing.id', 'court_report.hearing_id')
      .select(['court_report.asked_on', 'hearing.listed_on', 'court_report.author_id'])
      .where('hearing.adjourned_from', '=', first)
      .executeTakeFirstOrThrow(),
  );
  expect(begun).toEqual({ asked_on: addDays(today, -1), listed_on: next, author_id: null });
  expect(await page(urls.home)).toContain('Write it and send it to a manager: pre-sentence report');
});

it('a manager who wrote one finds another manager asked, and does not approve it', async () => {
  const kept = reportId;
  const begun = await marguerite.post(urls.courtReports.list(childId), {
    kind: 'stand-down',
    ...dayBoxes('asked_on', today),
  });
  reportId = (begun.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
  for (const section of await sectionsAsked())
    await write(section, 'Written by a manager', marguerite);
  expect((await send(marguerite)).status).toBe(303);
  const check = await page(urls.courtReports.check(childId, reportId), marguerite);
  expect(check).toContain('another manager has to approve it');
  expect((await judge('approve')).status).toBe(422);
  const unwanted = await ama.post(urls.courtReports.notNeeded(childId, reportId), {
    why: 'The court heard it told',
    version: String((await reportRow()).version),
  });
  expect(unwanted.status).toBe(303);
  expect(await page(urls.courtReports.list(childId))).toContain(
    'Not needed: The court heard it told',
  );
  reportId = kept;
});

it('police who work with the child, and health, open no report', async () => {
  const quentin = await site.as('quentin-larkin');
  for (const path of [urls.courtReports.list(childId), urls.courtReports.one(childId, reportId)])
    expect((await quentin.get(path)).status).toBe(403);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let wren = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      wren = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, wren, 'tegan-bamford-ali', 'partner');
      await relate(tx, wren, 'viv-tolliver', 'partner');
      const row = () => ({ service_id: serviceId, id: newId(), child_id: wren });
      await tx
        .insertInto('child_address')
        .values({
          ...row(),
          lines: '9 Heron Walk',
          postcode: 'EM3 9ZZ',
          postcode_search: 'EM39ZZ',
          accommodation_type: 'parents',
          valid_from: '2026-01-01',
          source: 'self',
          non_disclosure: true,
        })
        .execute();
      const referralId = newId();
      await tx
        .insertInto('referral')
        .values({
          ...row(),
          id: referralId,
          source: 'police',
          agency: 'Police',
          referred_on: '2026-01-02',
          received_on: '2026-01-02',
          state: 'allocated',
          triaged_on: '2026-01-03',
          allocated_on: '2026-01-05',
          allocated_to: staffId('ama-lovelock'),
          case_direction: 'See Wren with a parent this week',
        })
        .execute();
      await tx
        .insertInto('offence')
        .values({ ...row(), referral_id: referralId, description: 'Took a scooter' })
        .execute();
      await tx
        .insertInto('victim_involvement')
        .values({
          ...row(),
          label: 'Victim A',
          safety_need: 'yes',
          safety_line: 'Not near the corner shop',
        })
        .execute();
      await tx
        .insertInto('contact')
        .values(
          Array.from({ length: 120 }, (_, index) => ({
            ...row(),
            type: 'supervision',
            place: 'Office',
            held_at: new Date(Date.UTC(2026, 0, 1 + index, 10)),
            status: 'recorded',
            attendance: 'attended',
            worker_id: staffId('ama-lovelock'),
            notes: `Met number ${index}`,
            child_words: index === 119 ? 'I like the boxing gym' : null,
          })),
        )
        .execute();
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const textOf = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
};
const pages = (id: string) => [
  urls.child.overview(id),
  urls.child.details(id),
  urls.child.detailsEdit(id),
  urls.child.names(id),
  urls.child.identifiers(id),
  urls.child.addresses(id),
  urls.child.contactPoints(id),
  urls.child.education(id),
  urls.child.care(id),
  urls.child.characteristics(id),
  urls.child.characteristic(id, 'ethnicity'),
  urls.child.workers(id),
  urls.child.family(id),
  urls.child.warnings(id),
  urls.child.chronology(id),
];
const day = (name: string, [year = '', month = '', date = '']: string[]) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const on = (name: string, text: string) => day(name, text.split('-'));

describe('every page of the record', () => {
  it('opens with at most eight statements, whatever the size of the history', async () => {
    for (const path of [...pages(wren), urls.children.gaps]) {
      let status = 0;
      const statements = await counter.during(async () => {
        status = (await ama.get(path)).status;
      });
      expect(status, path).toBe(200);
      expect(statements.length, `${path}\n${statements.join('\n')}`).toBeLessThanOrEqual(8);
    }
  });

  it.each(['tegan-bamford-ali', 'viv-tolliver'])(
    'opens for %s, who works with the child',
    async (code) => {
      const visitor = await site.as(code);
      for (const path of pages(wren)) expect((await visitor.get(path)).status, path).toBe(200);
    },
  );

  it('is not there for a nurse who does not work with the child', async () => {
    const nurse = await site.as('rosamund-achebe');
    for (const path of pages(wren)) expect((await nurse.get(path)).status, path).toBe(404);
  });
});

describe('an address that must not be disclosed', () => {
  it('is on no page for a partner, and on the worker’s overview with its flag', async () => {
    const tegan = await site.as('tegan-bamford-ali');
    for (const path of [...pages(wren), `${urls.child.chronology(wren)}?paper=yes`])
      expect(await textOf(tegan, path), path).not.toContain('Heron Walk');
    const overview = await textOf(ama, urls.child.overview(wren));
    expect(overview).toContain('Heron Walk');
    expect(overview).toContain('Must not be disclosed');
  });
});

describe('the overview', () => {
  it('says what the child said last, and what the record lacks', async () => {
    const page = await textOf(ama, urls.child.overview(wren));
    expect(page).toContain('I like the boxing gym');
    expect(page).toContain('Ethnicity: nothing recorded');
  });

  it('says what is alleged, what a manager asked for first and who must be kept safe, to those who may know', async () => {
    const matters = [
      'Took a scooter',
      'See Wren with a parent this week',
      'Not near the corner shop',
    ];
    const page = await textOf(ama, urls.child.overview(wren));
    for (const words of matters) expect(page).toContain(words);
    const tegan = await site.as('tegan-bamford-ali');
    const asPartner = await textOf(tegan, urls.child.overview(wren));
    expect(asPartner).not.toContain('Not near the corner shop');
  });
});

describe('the chronology', () => {
  it('shows fifty things a page and finds older ones', async () => {
    const first = await textOf(ama, urls.child.chronology(wren));
    expect(first).toContain('Met number 119');
    expect(first).not.toContain('Met number 60<');
    expect(first).toContain('Older');
    expect(await textOf(ama, `${urls.child.chronology(wren)}?page=3`)).toContain('Met number 5<');
  });

  it('is narrowed by kind and days in the address', async () => {
    const query = new URLSearchParams({
      kind: 'contact',
      ...on('from', '2026-01-05'),
      ...on('to', '2026-01-06'),
    });
    const page = await textOf(ama, `${urls.child.chronology(wren)}?${query}`);
    expect(page).toContain('Met number 4<');
    expect(page).toContain('Met number 5<');
    expect(page).not.toContain('Met number 6<');
    expect(await textOf(ama, `${urls.child.chronology(wren)}?kind=move`)).not.toContain(
      'Met number',
    );
  });

  it('says so when a day does not exist', async () => {
    const query = new URLSearchParams(on('from', '2026-02-31'));
    expect(await textOf(ama, `${urls.child.chronology(wren)}?${query}`)).toContain(
      'must be a real date',
    );
  });
});

import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { demoSnapshot, testDatabase } from '../support/database.ts';

const database = testDatabase({}, demoSnapshot);
let cleo: Visitor;
let marguerite: Visitor;
let ama: Visitor;
beforeAll(async () => {
  const site = await testApp(database());
  [cleo, marguerite, ama] = await Promise.all([
    site.as('cleo-abacus'),
    site.as('marguerite-oyelaran'),
    site.as('ama-lovelock'),
  ]);
  return () => site.jobs.stop();
});

const quarter = '2026-07-01';
const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const read = async (visitor: Visitor, address: string) => {
  const answer = await visitor.get(address);
  expect(answer.status).toBe(200);
  return answer.text();
};

it('an analyst opens a figure to every row that is in it and out of it, and to no name', async () => {
  const list = wordsOf(await read(cleo, urls.figures.ownOf({ quarter, definition: 'newer' })));
  const [, hit, counted] = /Suitable accommodation (?:\d+%) (\d+) of (\d+)/.exec(list) ?? [];
  expect(Number(counted)).toBeGreaterThan(3);
  const csv = `${urls.figures.one('kpi1')}.csv?quarter=${quarter}&definition=newer`;
  const rows = (await read(cleo, csv)).trim().split('\n').slice(1);
  expect(rows.filter((row) => row.includes(',In the figure,')).length).toBe(Number(hit));
  expect(rows.filter((row) => !row.includes(',"Looked at')).length).toBe(Number(counted));
  expect(rows.every((row) => row.startsWith('Child '))).toBe(true);
});

it('a manager sees who they are, by the same figure', async () => {
  const page = await read(marguerite, urls.figures.oneOf('kpi1', { quarter, definition: 'newer' }));
  expect(page).toContain('href="/children/');
  const of = (text: string) => /Out of (\d+)/.exec(wordsOf(text))?.[1];
  const analysts = await read(cleo, urls.figures.oneOf('kpi1', { quarter, definition: 'newer' }));
  expect(of(page)).toBe(of(analysts));
});

it('reoffending that is still followed says from when it is whole', async () => {
  const page = wordsOf(
    await read(cleo, urls.figures.oneOf('reoffending', { quarter, definition: 'newer' })),
  );
  expect(page).toContain(', so far');
  expect(page).toContain('Whole from 31 March 2028');
});

it('a rate without residents is no rate, and says what is missing', async () => {
  const page = wordsOf(
    await read(cleo, urls.figures.oneOf('fte', { quarter, definition: 'newer' })),
  );
  expect(page).toContain('No figure');
  expect(page).toContain('none are recorded for this year, so there is no rate');
});

it('an unknown measure is not found, and a case manager reads no figures of the service', async () => {
  expect((await cleo.get(urls.figures.one('kpi99'))).status).toBe(404);
  expect((await cleo.get(urls.figures.one('kpi8'))).status).toBe(404);
  expect((await ama.get(urls.figures.own)).status).toBe(403);
});

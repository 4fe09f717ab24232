import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { demoSnapshot, testDatabase } from '../support/database.ts';

const database = testDatabase({}, demoSnapshot);
let cleo: Visitor;
let philippa: Visitor;
let gwendolen: Visitor;
let quentin: Visitor;
beforeAll(async () => {
  const site = await testApp(database());
  [cleo, philippa, gwendolen, quentin] = await Promise.all([
    site.as('cleo-abacus'),
    site.as('philippa-standfast'),
    site.as('gwendolen-osei'),
    site.as('quentin-larkin'),
  ]);
  return () => site.jobs.stop();
});

const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const read = async (visitor: Visitor, address: string) => {
  const answer = await visitor.get(address);
  expect(answer.status, address).toBe(200);
  return answer.text();
};
const typed = {
  ...{ measure: 'fte', definition: 'newer', numerator: '47', denominator: '26092', value: '180' },
  ...{ 'period_from-day': '1', 'period_from-month': '10', 'period_from-year': '2025' },
  ...{ 'period_to-day': '30', 'period_to-month': '9', 'period_to-year': '2026' },
  ...{ source: 'Data summary', vintage: 'first' },
};

let id = '';
it('an analyst brings in a national figure, and it stands beside our own of the same period', async () => {
  const answer = await cleo.post(urls.figures.addNational, typed);
  expect(answer.status).toBe(303);
  id = /[0-9a-f-]{36}/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
  const page = wordsOf(await read(cleo, urls.figures.national(id)));
  expect(page).toContain('Theirs 47 of 26,092 (180)');
  expect(page).toMatch(/Theirs is \d+ (more|fewer) than ours\./);
  expect(page).toContain('Age on the day of the outcome is a difference of calendar years');
});

it('likely causes are listed child by child, each with what our rule says, and to an analyst without a name', async () => {
  const rows = (await read(cleo, `${urls.figures.national(id)}.csv`)).trim().split('\n').slice(1);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatch(/^Child \d+,"?(They, and not we|We, and not they)/);
  expect(rows.join('\n')).toContain('Known fault of the national code');
});

it('the same figure of the same publication is brought in once, and days in the wrong order are refused', async () => {
  expect((await cleo.post(urls.figures.addNational, typed)).status).toBe(422);
  const turned = { ...typed, vintage: 'second', 'period_to-year': '2024' };
  const answer = await cleo.post(urls.figures.addNational, turned);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('The last day comes after the first');
});

it('the explanation waits for the head of service, comes back with a reason, and is signed once it is written again', async () => {
  const explain = (version: string) =>
    cleo.post(urls.figures.explain(id), { version, explanation: 'Five lived elsewhere.' });
  expect((await explain('1')).status).toBe(303);
  expect(wordsOf(await read(philippa, urls.home))).toContain('Sign the explained difference');
  const back = { verdict: 'return', answer_note: 'Which five?', version: '2' };
  expect((await philippa.post(urls.figures.signDifference(id), back)).status).toBe(303);
  expect(wordsOf(await read(cleo, urls.home))).toContain('came back: Which five?');
  expect((await explain('3')).status).toBe(303);
  expect(wordsOf(await read(cleo, urls.home))).not.toContain('came back: Which five?');
  const signed = { verdict: 'approve', version: '4' };
  expect((await philippa.post(urls.figures.signDifference(id), signed)).status).toBe(303);
  expect(wordsOf(await read(cleo, urls.figures.national(id)))).toContain(
    'Explained and signed: Philippa',
  );
  expect((await explain('5')).status).toBe(409);
});

it('a board member and a partner find none of it, and an analyst signs none', async () => {
  for (const visitor of [gwendolen, quentin])
    for (const address of [urls.figures.nationals, urls.figures.national(id)])
      expect((await visitor.get(address)).status, address).toBe(403);
  expect((await cleo.get(urls.figures.signDifference(id))).status).toBe(403);
  expect((await cleo.get(urls.figures.national('no-id'))).status).toBe(404);
});

it('the demonstration has 47 of the national summary beside 42 of the record, explained', async () => {
  const list = wordsOf(await read(cleo, urls.figures.nationals));
  expect(list).toContain('47 of 26,092 (180 per 100,000)');
});

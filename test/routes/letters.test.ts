import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { layOrder } from '../support/orders.ts';
import { ownerOf } from '../support/panels.ts';
import { makeVictim } from '../support/partners.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const today = britishDay(new Date());
let ama: Visitor;
let ursula: Visitor;
let childId = '';
let orderId = '';
let victimId = '';

beforeAll(async () => {
  await asOwner(async (tx) => {
    childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Letterby' });
    orderId = await layOrder(tx, childId, {
      made_on: addDays(today, -10),
      last_day: addDays(today, 200),
    });
    await tx
      .insertInto('court_order_requirement')
      .values({
        ...{ service_id: serviceId, id: newId(), child_id: childId, order_id: orderId },
        ...{ kind: 'curfew', from_on: addDays(today, -10) },
      })
      .execute();
    await tx
      .insertInto('child_address')
      .values({
        ...{ service_id: serviceId, id: newId(), child_id: childId, lines: '1 Secret Street' },
        ...{ accommodation_type: 'family', non_disclosure: true },
        ...{ valid_from: addDays(today, -90), source: 'self' },
      })
      .execute();
    victimId = await makeVictim(tx, childId);
  });
  const site = await testApp(database());
  [ama, ursula] = [await site.as('ama-lovelock'), await site.as('ursula-peaceful')];
});

/** Begins a letter and gives the address of its words. */
async function begin(by: Visitor, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await by.post(urls.letters.list(childId), fields);
  return answer.headers.get('location') ?? '';
}
const textOf = async (by: Visitor, path: string) => (await by.get(path)).text();
const letterOf = (words: string) => words.replace(/\/words$/, '');

it('a letter explains the order in words that a child reads, and prints without the child’s band or an address that must not be disclosed', async () => {
  const words = await begin(ama, {
    kind: 'order-explained',
    to: 'child:',
    about: `order:${orderId}`,
  });
  const page = await textOf(ama, letterOf(words));
  expect(page).toContain('Dear Wren');
  expect(page).toContain('<li>Be at home at the times that the court set');
  expect(page).toContain('The last day is');
  expect(page).toContain('Ama Lovelock');
  expect(page).toContain('fh-paper');
  expect(page).not.toContain('Secret Street');
});

it('what kind of letter, to whom and about what must fit, and what was chosen stays chosen', async () => {
  const refused = await ama.post(urls.letters.list(childId), {
    kind: 'order-explained',
    to: 'child:',
  });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('Choose an order that this kind of letter is about');
  expect(page).toMatch(/<option value="order-explained" selected/);
});

it('a letter is not given while something is still to be written, and its words stay once it was', async () => {
  const words = await begin(ama, { kind: 'to-child', to: 'child:' });
  const letter = letterOf(words);
  const gift = { how: 'by-hand', ...dayBoxes('given_on', today), proof: 'Wren took it' };
  const early = await ama.post(`${letter}/given`, gift);
  expect(early.status).toBe(422);
  expect(await early.text()).toContain('Still to be written: what you want to say.');
  const mended = { version: '1', subject: 'Well done', words: 'Dear Wren,\n\nWell done.' };
  expect((await ama.post(words, mended)).status).toBe(303);
  expect((await ama.post(`${letter}/given`, gift)).status).toBe(303);
  expect(await textOf(ama, letter)).toContain('Wren took it');
  const late = await ama.post(words, { ...mended, version: '2', words: 'Other words' });
  expect(late.status).toBe(409);
  expect(await late.text()).toMatch(/It stays as it is[\s\S]*Other words/);
  expect(await textOf(ama, urls.letters.list(childId))).toContain('Given');
  expect(await textOf(ama, urls.child.chronology(childId))).toContain(
    'Given: another letter to the child',
  );
});

it('the victim worker writes to a person harmed, and the child’s worker neither may nor learns of it', async () => {
  const chosen = { kind: 'first-to-harmed', to: `victim:${victimId}` };
  const refused = await ama.post(urls.letters.list(childId), chosen);
  expect(refused.status).toBe(422);
  const letter = letterOf(await begin(ursula, chosen));
  expect(await textOf(ursula, letter)).toContain('We are here for you');
  expect((await ama.get(letter)).status).toBe(404);
  expect(await textOf(ama, urls.letters.list(childId))).not.toContain('person harmed, to');
});

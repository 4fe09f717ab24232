import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';
import { layReferralOrder, setUpOrderPanel } from '../support/order-panel.ts';
import { idIn, makeReferredChild, ownerOf, versionIn } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let manager: Visitor;
let zeb: Visitor;
let childId = '';
let orderId = '';
let panelId = '';
let item = '';

const text = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

beforeAll(async () => {
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  manager = await site.as('marguerite-oyelaran');
  zeb = await site.as('zeb-fairbrother');
  await asOwner(async (tx) => {
    childId = (await makeReferredChild(tx)).childId;
    orderId = await layReferralOrder(tx, childId);
  });
  panelId = await setUpOrderPanel(manager);
  return () => site.jobs.stop();
});

it('a referral order panel has its own seats: one of the service and two who are not', async () => {
  const form = await text(manager, urls.panels.createOf('referral-order'));
  expect(form).toContain('Set up a referral order panel');
  expect(form).toContain('Sentencing Act 2020 s91');
  expect(form).not.toContain('>Police<');
  const page = await text(manager, urls.panels.one(panelId));
  expect(page).toContain('Second member who is not of the service');
  expect((await manager.get(urls.panels.createOf('no-such-kind'))).status).toBe(404);
});

it('an order is put on a panel of its own kind, and a referral on no such panel', async () => {
  const page = await text(ama, urls.panels.ofOrder(childId, orderId));
  expect(page).toContain('No panel has met about this order');
  expect(page).toContain(panelId);
  expect(await text(ama, urls.panels.childItems(childId))).not.toContain(panelId);
  const answer = await ama.post(urls.panels.ofOrder(childId, orderId), {
    meeting: 'first',
    panel_id: panelId,
  });
  item = idIn(answer);
  expect(answer.headers.get('location')).toBe(urls.panels.orderItem(childId, item));
  expect(await text(manager, urls.panels.one(panelId))).toContain('First meeting');
});

it('a member reads the paper of their own panel, which names no address, and nothing else of the child', async () => {
  const address = urls.panels.orderPaper(childId, item);
  expect((await zeb.get(address)).status).toBe(404);
  const form = await text(ama, address);
  const made = await ama.post(address, {
    paper_summary: 'A bicycle was taken. Lives at 4 Tern Court, EM4 7QZ.',
    child_words: 'I want to mend bikes',
    version: versionIn(form),
  });
  expect(made.status).toBe(303);
  const paper = await text(zeb, address);
  expect(paper).toContain('A bicycle was taken');
  expect(paper).toContain('I want to mend bikes');
  expect(paper).not.toContain('Tern Court');
  expect(paper).not.toContain('EM4 7QZ');
  expect((await zeb.get(urls.contacts.list(childId))).status).toBe(403);
  expect((await zeb.post(urls.panels.ofOrder(childId, orderId), {})).status).toBe(403);
});

it('outside the days of the panel its member reads nothing, and a member of no panel never does', async () => {
  const address = urls.panels.orderPaper(childId, item);
  const xanthe = await site.as('xanthe-goodenough');
  expect((await xanthe.get(address)).status).toBe(404);
  await asOwner(async (tx) => {
    const over = new Date(Date.now() - 1000);
    const relationship = tx.updateTable('relationship').set({ ends_at: over });
    await relationship.where('child_id', '=', childId).where('kind', '=', 'panel').execute();
  });
  expect((await zeb.get(address)).status).toBe(404);
});

it('a member with an interest reads the paper no more, and the page says who runs panels that one is declared', async () => {
  const conflict = urls.panels.conflict(childId, item);
  await ama.post(conflict, { interest: 'My neighbour', managed_by: 'A colleague sits instead' });
  expect(await text(ama, urls.panels.orderItem(childId, item))).not.toContain('Read the paper');
  expect(await text(manager, urls.panels.one(panelId))).toContain(
    'A member has declared an interest',
  );
});

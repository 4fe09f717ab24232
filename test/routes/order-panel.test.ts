import { beforeAll, expect, it } from 'vitest';
import { addDays, addMonths } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { staffId, testDatabase } from '../support/database.ts';
import { layReferralOrder, setUpOrderPanel } from '../support/order-panel.ts';
import { boxes, idIn, makeReferredChild, ownerOf, today, versionIn } from '../support/panels.ts';

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

it('a member with an interest neither reads the paper nor counts, and the panel says that one is declared', async () => {
  const told = await manager.post(urls.panels.conflict(childId, item), {
    staff_id: staffId('zeb-fairbrother'),
    ...{ interest: 'A neighbour', managed_by: 'Another member sits instead' },
  });
  expect(told.status).toBe(303);
  expect(await text(manager, urls.panels.one(panelId))).toContain(
    'A member has declared an interest',
  );
});

const attendees = () =>
  asOwner((tx) =>
    tx
      .selectFrom('panel_attendee')
      .select(['id', 'name', 'version'])
      .where('panel_id', '=', panelId)
      .execute(),
  );

it('without one of the service and two who are not, nothing is recorded and the page says who is missing', async () => {
  const address = urls.court.meets(childId, item);
  const page = await text(ama, address);
  expect(page).toContain('Second member who is not of the service must be present');
  expect(page).not.toContain('Record it');
  const refused = await ama.post(address, { outcome: 'contract', note: 'Agreed', version: '2' });
  expect(refused.status).toBe(422);
});

it('a contract is agreed, holds reparation or says why not, and takes effect on the day of signing', async () => {
  for (const name of ['Winnie Marlowe', 'Idris Vane'])
    await manager.post(urls.panels.attendance(panelId), {
      ...{ name, agency: 'community', is_substitute: 'no' },
    });
  const people = await attendees();
  await manager.post(urls.panels.attendance(panelId), {
    do: 'mark',
    ...Object.fromEntries(
      people.flatMap(({ id, version }) => [
        [`attended-${id}`, 'attended'],
        [`version-${id}`, String(version)],
      ]),
    ),
  });
  const address = urls.court.meets(childId, item);
  const form = await text(ama, address);
  const met = await ama.post(address, {
    ...{ outcome: 'contract', note: 'Agreed together', version: versionIn(form) },
  });
  const page = met.headers.get('location') ?? '';
  const sign = async (more: Readonly<Record<string, string>> = {}) =>
    ama.post(page, {
      ...boxes('signed_on', today),
      ...{ parent_signed: 'Mum', panel_signed: 'Winnie Marlowe', ...more },
      version: versionIn(await text(ama, page)),
    });
  expect(await (await sign()).text()).toContain('Add what was agreed before it is signed');
  const added = await ama.post(urls.court.addTerm(childId, idIn(met)), {
    what: 'Say sorry in a letter',
    ...boxes('due_on', addDays(today, 30)),
    is_reparation: 'no',
  });
  expect(added.status).toBe(303);
  expect(await (await sign()).text()).toContain('Enter why there is no reparation');
  expect((await sign({ no_reparation_reason: 'The shop wants none' })).status).toBe(303);
  const order = await asOwner((tx) =>
    tx
      .selectFrom('court_order')
      .select(['first_day', 'last_day'])
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow(),
  );
  expect(order.first_day).toBe(today);
  expect(order.last_day).toBe(addDays(addMonths(today, 6), -1));
  expect(await text(ama, urls.panels.ofOrder(childId, orderId))).toContain('Say sorry in a letter');
  expect((await sign()).status).toBe(409);
});

it('what the panel came to is read by nobody who has no part in the child’s life', async () => {
  const [meeting] = await asOwner((tx) =>
    tx.selectFrom('order_meeting').select('id').where('child_id', '=', childId).execute(),
  );
  const quentin = await site.as('quentin-larkin');
  expect((await quentin.get(urls.court.met(childId, meeting?.id ?? ''))).status).toBe(404);
});

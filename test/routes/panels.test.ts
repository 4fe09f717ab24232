import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, formatDay } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import {
  idIn,
  makeReady,
  makeReferredChild,
  meetChildAndParent,
  ownerOf,
  setUpPanel,
  today,
  versionIn,
} from '../support/panels.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let marguerite: Visitor;
let xanthe: Visitor;

const asOwner = ownerOf(database);

beforeAll(async () => {
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  marguerite = await site.as('marguerite-oyelaran');
  xanthe = await site.as('xanthe-goodenough');
  return () => site.jobs.stop();
});

/** The days for reading have come. */
const openNow = (panelId: string, childId: string) =>
  asOwner(async (tx) => {
    const opens = new Date(Date.now() - 6e5);
    await tx.updateTable('panel').set({ window_opens: opens }).where('id', '=', panelId).execute();
    await tx
      .updateTable('relationship')
      .set({ starts_at: opens })
      .where('child_id', '=', childId)
      .where('kind', '=', 'panel')
      .execute();
  });

const text = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

describe('the gate before a panel', () => {
  it('a child nobody has met or assessed is refused a paper, and each missing step says where to do it', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = idIn(
      await ama.post(`/children/${childId}/panel`, { referral_id: referralId, panel_id: panelId }),
    );
    const page = await text(ama, `/children/${childId}/panel/${item}`);
    expect(page).toContain('There is no assessment yet');
    expect(page).toContain('Nobody has met the child yet');
    expect(page).toContain(`/children/${childId}/contacts/record`);
    expect(page).toContain('4 steps missing');
    const whole = await text(ama, `/children/${childId}/panel`);
    expect(whole).toContain('done when the decision is recorded');
    expect(whole).toContain(`href="/panels/${panelId}"`);
    const refused = await ama.post(`/children/${childId}/panel/${item}/paper`, {
      paper_summary: 'A first time',
      version: '1',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('The paper cannot be made yet');
  });

  it('a reason of a few letters passes nothing; a full one is counted where managers look', async () => {
    const { childId, referralId } = await asOwner(async (tx) => {
      const made = await makeReferredChild(tx);
      await meetChildAndParent(tx, made.childId);
      return made;
    });
    const panelId = await setUpPanel(marguerite);
    const item = idIn(
      await ama.post(`/children/${childId}/panel`, { referral_id: referralId, panel_id: panelId }),
    );
    const gate = `/children/${childId}/panel/${item}/gate`;
    expect(
      (await ama.post(gate, { requirement: 'assessment-signed', reason: 'Busy' })).status,
    ).toBe(422);
    await ama.post(gate, {
      requirement: 'assessment-signed',
      reason: 'Child in hospital until after the panel',
    });
    const page = await text(marguerite, `/panels/${panelId}`);
    expect(page).toContain('1 step missing');
    expect(await text(ama, `/children/${childId}/panel`)).toContain(
      '1 step passed by an exception',
    );
    const again = await ama.post(gate, {
      requirement: 'child-met',
      reason: 'This step is in place already',
    });
    expect(await again.text()).toContain('no exception is needed');
  });

  it('a child with no parent to meet is not held up, once somebody says why', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = idIn(
      await ama.post(urls.panels.childItems(childId), {
        referral_id: referralId,
        panel_id: panelId,
      }),
    );
    const page = urls.panels.item(childId, item);
    expect(await text(ama, page)).toContain('Nobody has met a parent or carer yet');
    const path = urls.panels.noParent(childId, item);
    const say = async (no_parent_reason: string) =>
      ama.post(path, { no_parent_reason, version: versionIn(await text(ama, path)) });
    expect((await say('Lives alone at 17; both parents have died')).status).toBe(303);
    const after = await text(ama, page);
    expect(after).not.toContain('Nobody has met a parent or carer yet');
    expect(after).toContain('There is none to meet: Lives alone at 17');
    expect((await say('')).status).toBe(303);
    expect(await text(ama, page)).toContain('Nobody has met a parent or carer yet');
    expect((await xanthe.post(path, { no_parent_reason: 'None', version: '1' })).status).toBe(403);
  });

  it('with every step met or excepted the paper is made and the child is ready', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = await makeReady(ama, childId, referralId, panelId);
    const page = await text(ama, `/children/${childId}/panel/${item}`);
    expect(page).toContain('Paper made');
    expect(page).toContain('4 exceptions');
    const paper = `/children/${childId}/panel/${item}/paper`;
    expect(await text(ama, paper)).not.toContain('The record has changed since');
    await asOwner((tx) =>
      tx
        .updateTable('gate_exception')
        .set({ reason: 'The family came back, and would not meet us' })
        .where('about_id', '=', item)
        .execute(),
    );
    expect(await text(ama, paper)).toContain(
      'The record has changed since: steps passed by an exception',
    );
  });

  it('a case manager who does not work with the child cannot put them forward', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const ben = await site.as('ben-thackery');
    await asOwner((tx) =>
      tx
        .insertInto('access_log')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: childId,
          staff_id: staffId('ben-thackery'),
          kind: 'purpose',
          page: 'purpose',
          purpose: 'Covering for Ama',
        })
        .execute(),
    );
    const tab = await ben.get(`/children/${childId}/panel`);
    expect(tab.status).toBe(200);
    expect(await tab.text()).not.toContain('Put a referral on a panel');
    const fields = { referral_id: referralId, panel_id: panelId };
    expect((await ben.post(`/children/${childId}/panel`, fields)).status).toBe(404);
  });
});

describe('what a panel member reads', () => {
  it('nothing before the days for reading begin', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite, addDays(today, 5), addDays(today, 7));
    const item = await makeReady(ama, childId, referralId, panelId);
    expect((await xanthe.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(404);
    const page = await text(xanthe, `/panels/${panelId}`);
    expect(page).not.toContain('Testaway');
    expect(page).toContain('when the days for reading begin');
  });

  it('the paper within those days, never an address, and no other page of the child’s record', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = await makeReady(ama, childId, referralId, panelId);
    const answer = await xanthe.get(`/children/${childId}/panel/${item}/paper`);
    expect(answer.status).toBe(200);
    const paper = await answer.text();
    expect(paper).toContain('A quiet first time');
    const referred = formatDay(addDays(today, -10));
    expect(paper).toContain(
      `It shows the record from the referral of ${referred} to ${formatDay(today)}`,
    );
    expect(paper).toContain('Nothing recorded later is in it');
    expect(paper).not.toContain('Tern Court');
    expect(paper).not.toContain('EM4');
    expect(paper).toContain('[address left out]');
    expect(await text(xanthe, `/panels/${panelId}`)).toContain('Wren Testaway');
    expect((await xanthe.get(`/children/${childId}`)).status).toBe(403);
    const quentin = await site.as('quentin-larkin');
    expect((await quentin.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(200);
  });

  it('nothing before the paper is made, though the child is on the list', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = idIn(
      await ama.post(`/children/${childId}/panel`, { referral_id: referralId, panel_id: panelId }),
    );
    expect((await xanthe.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(404);
  });

  it('nothing once the days are over', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = await makeReady(ama, childId, referralId, panelId);
    expect((await xanthe.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(200);
    // Time passes: the window that was set lies in the past.
    await asOwner(async (tx) => {
      const past = { starts: new Date(Date.now() - 9e8), ends: new Date(Date.now() - 6e8) };
      await tx
        .updateTable('panel')
        .set({ window_opens: past.starts, starts_at: past.starts, window_closes: past.ends })
        .where('id', '=', panelId)
        .execute();
      await tx
        .updateTable('relationship')
        .set({ starts_at: past.starts, ends_at: past.ends })
        .where('child_id', '=', childId)
        .where('kind', '=', 'panel')
        .execute();
    });
    expect((await xanthe.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(404);
    expect(await text(xanthe, `/panels/${panelId}`)).toContain('The days for reading are over');
  });

  it('no way to a paper that is not open to them, when they also work with the child', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite, addDays(today, 5), addDays(today, 7));
    const item = await makeReady(ama, childId, referralId, panelId);
    await asOwner((tx) => relate(tx, childId, 'quentin-larkin', 'partner'));
    const quentin = await site.as('quentin-larkin');
    const record = await text(quentin, `/children/${childId}/panel/${item}`);
    expect(record).toContain('Paper and decision');
    expect(record).not.toContain(`/panel/${item}/paper`);
    const panel = await text(quentin, `/panels/${panelId}`);
    expect(panel).toContain(`/children/${childId}/panel/${item}"`);
    expect(panel).not.toContain(`/panel/${item}/paper`);
    await openNow(panelId, childId);
    expect(await text(quentin, `/children/${childId}/panel/${item}`)).toContain(
      `/panel/${item}/paper`,
    );
    expect(await text(quentin, `/panels/${panelId}`)).toContain(`/panel/${item}/paper`);
  });

  it('nothing of a child in whom they have declared an interest', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = await makeReady(ama, childId, referralId, panelId);
    const declared = await xanthe.post(`/children/${childId}/panel/${item}/conflict`, {
      interest: 'The child’s mother is a neighbour',
      managed_by: 'I leave the room',
    });
    expect(declared.headers.get('location')).toBe(`/panels/${panelId}`);
    expect((await xanthe.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(404);
    expect(await text(marguerite, `/panels/${panelId}`)).toContain('declared an interest');
  });

  it('nothing when they sent apologies and no view, or when the panel is cancelled', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = await makeReady(ama, childId, referralId, panelId);
    const row = await asOwner((tx) =>
      tx
        .selectFrom('panel_attendee')
        .select(['id', 'version'])
        .where('panel_id', '=', panelId)
        .where('staff_id', '=', staffId('xanthe-goodenough'))
        .executeTakeFirstOrThrow(),
    );
    await marguerite.post(`/panels/${panelId}/attendance`, {
      do: 'mark',
      [`attended-${row.id}`]: 'apologies',
      [`version-${row.id}`]: String(row.version),
    });
    expect((await xanthe.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(404);
    const zeb = await site.as('zeb-fairbrother');
    expect((await zeb.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(200);
    const version = versionIn(await text(marguerite, `/panels/${panelId}`));
    await marguerite.post(`/panels/${panelId}`, { do: 'cancel', version });
    expect((await zeb.get(`/children/${childId}/panel/${item}/paper`)).status).toBe(404);
  });

  it('a panel that is not theirs is not there', async () => {
    const other = await asOwner(async (tx) => {
      const id = '01980000-0000-7000-8000-000000000001';
      await tx
        .insertInto('panel')
        .values({
          service_id: serviceId,
          id,
          name: 'Another panel',
          starts_at: new Date(),
          place: 'Elsewhere',
          window_opens: new Date(Date.now() - 1000),
          window_closes: new Date(Date.now() + 1e6),
        })
        .execute();
      return id;
    });
    expect((await xanthe.get(`/panels/${other}`)).status).toBe(404);
  });
});

it('gravity moves by one at most, however many factors there are', async () => {
  const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
  const panelId = await setUpPanel(marguerite);
  const item = idIn(
    await ama.post(`/children/${childId}/panel`, { referral_id: referralId, panel_id: panelId }),
  );
  const path = `/children/${childId}/panel/${item}/gravity`;
  const form = await text(ama, path);
  expect(form).toContain('The offence list starts it at 2 (check locally)');
  const more = ['group', 'planned', 'injury-or-fear'];
  await ama.post(path, { gravity_base: '2', more, version: versionIn(form) });
  expect(await text(ama, `/children/${childId}/panel/${item}`)).toContain('Gravity 3');
  const late = await ama.post(path, { gravity_base: '5', version: versionIn(form) });
  expect(late.status).toBe(409);
  const both = await late.text();
  expect(both).toContain('Done as part of a group, Planned beforehand</span>');
  expect(both).toContain('More serious because');
});

it('a child put off goes to the next panel with the score and the summary that were written', async () => {
  const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
  const first = await setUpPanel(marguerite);
  const item = await makeReady(ama, childId, referralId, first);
  const path = urls.panels.item(childId, item);
  const put = await ama.post(path, {
    state: 'deferred',
    state_reason: 'The child is ill',
    version: versionIn(await text(ama, path)),
  });
  expect(put.status).toBe(303);
  const later = await setUpPanel(marguerite, today, addDays(today, 7));
  const again = idIn(
    await ama.post(urls.panels.childItems(childId), { referral_id: referralId, panel_id: later }),
  );
  expect(again).not.toBe(item);
  expect(await text(ama, urls.panels.item(childId, again))).toContain('Gravity 2');
  expect(await text(ama, urls.panels.gravity(childId, again))).toMatch(/value="2" checked/);
  const kept = await asOwner((tx) =>
    tx
      .selectFrom('panel_item')
      .select(['state', 'gravity', 'paper_summary'])
      .where('id', '=', again)
      .executeTakeFirstOrThrow(),
  );
  expect(kept).toMatchObject({ state: 'listed', gravity: 2 });
  expect(kept.paper_summary).toContain('A quiet first time');
  const off = urls.panels.item(childId, again);
  await ama.post(off, {
    state: 'withdrawn',
    state_reason: 'The child is well again',
    version: versionIn(await text(ama, off)),
  });
  const back = { referral_id: referralId, panel_id: first };
  expect(idIn(await ama.post(urls.panels.childItems(childId), back))).toBe(item);
  expect(await text(ama, path)).toContain('On the list');
});

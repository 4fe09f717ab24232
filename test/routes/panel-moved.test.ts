import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, formatDay } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';
import {
  boxes,
  makeReady,
  makeReferredChild,
  ownerOf,
  setUpPanel,
  today,
  versionIn,
} from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const day = addDays(today, 1);
const later = addDays(today, 12);
let site: Awaited<ReturnType<typeof testApp>>;
let manager: Visitor;
let xanthe: Visitor;
let panel = '';
let paper = '';

beforeAll(async () => {
  site = await testApp(database());
  manager = await site.as('marguerite-oyelaran');
  xanthe = await site.as('xanthe-goodenough');
  const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
  panel = await setUpPanel(manager, addDays(today, -1), day);
  const item = await makeReady(await site.as('ama-lovelock'), childId, referralId, panel);
  paper = urls.panels.paper(childId, item);
  return () => site.jobs.stop();
});

const moved = (version: string, change: Record<string, string> = {}) => ({
  version,
  name: 'Joint decision panel',
  time: '10:30',
  place: 'Old Custom House',
  ...boxes('day', later),
  ...boxes('opens', addDays(later, -2)),
  ...boxes('closes', addDays(later, 1)),
  ...change,
});
const formVersion = async () =>
  versionIn(await (await manager.get(urls.panels.edit(panel))).text());

describe('a panel that has not met', () => {
  it('is moved by nobody who does not run panels', async () => {
    for (const code of ['ama-lovelock', 'xanthe-goodenough', 'quentin-larkin']) {
      const visitor = await site.as(code);
      expect((await visitor.get(urls.panels.edit(panel))).status, code).toBe(403);
      expect((await visitor.post(urls.panels.edit(panel), moved('1'))).status, code).toBe(403);
    }
  });

  it('is not moved into the past, nor to a day on which its members may not read', async () => {
    const version = await formVersion();
    const past = await manager.post(
      urls.panels.edit(panel),
      moved(version, boxes('day', '2026-01-05')),
    );
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('Old Custom House');
    const unread = await manager.post(
      urls.panels.edit(panel),
      moved(version, boxes('opens', addDays(later, 1))),
    );
    expect(unread.status).toBe(422);
    expect(await unread.text()).toContain('Members must be able to read before the panel');
  });

  it('is moved with its reading: attendees see the new time, and read in the new days only', async () => {
    expect((await xanthe.get(paper)).status).toBe(200);
    const version = await formVersion();
    const saved = await manager.post(urls.panels.edit(panel), moved(version));
    expect(saved.headers.get('location')).toBe(urls.panels.one(panel));
    expect((await xanthe.get(paper)).status).toBe(404);
    const seen = await (await xanthe.get(urls.panels.list)).text();
    expect(seen).toContain(`${formatDay(later)} at 10:30am`);
    expect(seen).toContain('Old Custom House');
    const again = await manager.post(
      urls.panels.edit(panel),
      moved(await formVersion(), boxes('opens', today)),
    );
    expect(again.status).toBe(303);
    expect((await xanthe.get(paper)).status).toBe(200);
  });

  it('shows both versions when two people move it at once, and loses neither', async () => {
    const version = await formVersion();
    await manager.post(urls.panels.edit(panel), moved(version, { place: 'By video' }));
    const annie = await site.as('annie-twelvetrees');
    const answer = await annie.post(urls.panels.edit(panel), moved(version, { place: 'Room 9' }));
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('By video');
    expect(page).toContain('value="Room 9"');
  });
});

it('a panel that has met, or was cancelled, is not moved', async () => {
  const met = await setUpPanel(manager);
  await asOwner((tx) =>
    tx
      .updateTable('panel')
      .set({ starts_at: new Date(Date.now() - 60_000) })
      .where('id', '=', met)
      .execute(),
  );
  expect((await manager.get(urls.panels.edit(met))).status).toBe(409);
  expect((await manager.post(urls.panels.edit(met), moved('2'))).status).toBe(409);
  await manager.post(urls.panels.one(panel), {
    do: 'cancel',
    version: versionIn(await (await manager.get(urls.panels.one(panel))).text()),
  });
  expect((await manager.get(urls.panels.edit(panel))).status).toBe(409);
});

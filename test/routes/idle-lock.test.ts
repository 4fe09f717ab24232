import { beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../../src/features/admin/staff/add-user.ts';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { readDrafts } from '../../src/platform/db/drafts.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { cookieBrowser } from '../support/cookie-browser.ts';
import { actorOf, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const origin = 'http://localhost:3000';
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';

beforeAll(async () => {
  childId = await database()
    .owner.transaction()
    .execute((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  await addUser(
    database(),
    {
      service: 'eastmarsh',
      name: 'Iona Idle',
      email: 'iona@eastmarsh.example',
      role: 'case-manager',
      password: 'correct horse battery',
    },
    new Date('2026-01-01T12:00:00Z'),
  );
  site = await testApp(database());
  return () => site.jobs.stop();
});

const browser = () => cookieBrowser(origin, async (url, init) => site.app.request(url, init));

async function ama() {
  const visitor = browser();
  const page = await (await visitor.get(urls.signIn.page)).text();
  const person = /value="([^"]+)">\s*Ama Lovelock/.exec(page)?.[1] ?? '';
  await visitor.post(urls.signIn.persona, { person });
  return visitor;
}

async function leaveFor(minutes: number, who = 'ama-lovelock') {
  await database()
    .app.updateTable('auth_session')
    .set({ last_seen_at: new Date(Date.now() - minutes * 60_000) })
    .where('userId', 'in', (eb) =>
      eb
        .selectFrom('staff')
        .select((s) => s.ref('auth_user_id').$notNull().as('auth_user_id'))
        .where('id', '=', staffId(who)),
    )
    .execute();
}

async function endSessions() {
  await database()
    .app.updateTable('auth_session')
    .set({ expiresAt: new Date(Date.now() - 3_600_000) })
    .execute();
}

describe('a session left alone', () => {
  it('keeps no password that was typed into a form before it locked', async () => {
    const visitor = await ama();
    await leaveFor(30);
    const answer = await visitor.post(urls.account.password, {
      current: 'correct horse battery',
      password: 'a new and longer secret',
    });
    expect(answer.headers.get('location')).toBe(urls.signIn.locked(urls.account.password));
    const kept = await asActor(
      database().app,
      await actorOf(database().app, 'ama-lovelock'),
      (tx) =>
        tx
          .selectFrom('held_form')
          .select('path')
          .where('path', '=', urls.account.password)
          .execute(),
    );
    expect(kept).toEqual([]);
  });

  it('keeps no counts of a page that says that nothing is kept, nor what nobody sent on in a month', async () => {
    const head = browser();
    const page = await (await head.get(urls.signIn.page)).text();
    const person = /value="([^"]+)">\s*Philippa Standfast/.exec(page)?.[1] ?? '';
    await head.post(urls.signIn.persona, { person });
    await leaveFor(30, 'philippa-standfast');
    const held = async () =>
      (await asOwner((tx) => tx.selectFrom('held_form').select('path').execute())).map(
        ({ path }) => path,
      );
    const answer = await head.post(urls.statistics.ownCounts(), { 'population-white': '100' });
    expect(answer.headers.get('location')).toBe(urls.signIn.locked(urls.statistics.ownCounts()));
    expect(await held()).not.toContain(urls.statistics.ownCounts());
    const goal = urls.inspections.create;
    await head.post(goal, { words: 'Held' });
    expect(await held()).toContain(goal);
    await asOwner((tx) =>
      tx
        .updateTable('held_form')
        .set({ held_at: new Date(Date.now() - 31 * 86_400_000) })
        .execute(),
    );
    await head.post(urls.audits.create(), { title: 'Held later' });
    expect(await held()).toEqual([urls.audits.create()]);
  });

  it('locks after the idle time, shows nothing of the record, and goes back to the page after unlocking', async () => {
    const visitor = await ama();
    const path = urls.child.overview(childId);
    expect((await visitor.get(path)).status).toBe(200);
    await leaveFor(17);
    const sent = await visitor.get(path);
    expect(sent.headers.get('location')).toBe(urls.signIn.locked(path));
    const locked = await (await visitor.get(urls.signIn.locked(path))).text();
    expect(locked).toContain('Continue as Ama Lovelock');
    expect(locked).not.toContain('Wren');
    expect((await visitor.get(urls.home)).headers.get('location')).toContain('/locked');
    const unlocked = await visitor.post(urls.signIn.locked(), { next: path });
    expect(unlocked.headers.get('location')).toBe(path);
    expect((await visitor.get(path)).status).toBe(200);
  });

  it('a page that goes to the lock by itself locks the session there and then', async () => {
    const visitor = await ama();
    await visitor.post(urls.signIn.lock, { next: '/' });
    expect((await visitor.get(urls.account.page)).headers.get('location')).toContain('/locked');
  });

  it('a form sent at a locked session comes back whole after unlocking, and is sent on as it was', async () => {
    const visitor = await ama();
    await leaveFor(17);
    const typed = { purpose: 'other', detail: 'First line\n“Second” <line>', next: '/' };
    const answer = await visitor.post(urls.child.purpose(childId), typed);
    const locked = answer.headers.get('location') ?? '';
    expect(locked).toMatch(/^\/locked\?then=%2Flocked%2Fform%2F/);
    const heldPath = new URL(locked, origin).searchParams.get('then') ?? '';
    expect((await visitor.get(heldPath)).headers.get('location')).toContain('/locked');

    await visitor.post(urls.signIn.locked(), { next: heldPath });
    const page = await (await visitor.get(heldPath)).text();
    expect(page).toContain('“Second” &lt;line&gt;');
    const sentOn = await visitor.post(heldPath, { ...typed, _held: 'send' });
    expect(sentOn.status).toBe(307);
    expect(sentOn.headers.get('location')).toBe(urls.child.purpose(childId));
    expect((await visitor.get(heldPath)).status).toBe(404);
  });

  it('a kept form is seen by nobody else, and its sender may throw it away', async () => {
    const visitor = await ama();
    await leaveFor(17);
    const answer = await visitor.post(urls.child.purpose(childId), { detail: 'Kept words' });
    const heldPath =
      new URL(answer.headers.get('location') ?? '', origin).searchParams.get('then') ?? '';
    const ben = await site.as('ben-thackery');
    expect(await (await ben.get(heldPath)).text()).not.toContain('Kept words');
    await visitor.post(urls.signIn.locked(), { next: heldPath });
    expect(await (await visitor.get(urls.account.page)).text()).toContain(heldPath);
    await visitor.post(heldPath, { _held: 'discard' });
    expect((await visitor.get(heldPath)).status).toBe(404);
  });

  it('a form sent after the session has ended comes back to its sender after signing in, and to nobody else', async () => {
    const visitor = await ama();
    await endSessions();
    const typed = { purpose: 'other', detail: 'Typed for an hour\n“and more”', next: '/' };
    const answer = await visitor.post(urls.child.purpose(childId), typed);
    const signIn = new URL(answer.headers.get('location') ?? '', origin);
    expect(signIn.pathname).toBe(urls.signIn.page);
    const heldPath = signIn.searchParams.get('then') ?? '';
    expect(heldPath).toMatch(/^\/locked\/form\//);
    const page = await (await visitor.get(`${signIn.pathname}${signIn.search}`)).text();
    expect(page).toContain('What you typed is kept');
    expect(page).not.toContain('Typed for an hour');
    expect((await visitor.get(heldPath)).headers.get('location')).toContain(urls.signIn.page);
    const ben = await site.as('ben-thackery');
    expect(await (await ben.get(heldPath)).text()).not.toContain('Typed for an hour');
    const again = await ama();
    expect(await (await again.get(heldPath)).text()).toContain('“and more”');
    const sentOn = await again.post(heldPath, { ...typed, _held: 'send' });
    expect(sentOn.headers.get('location')).toBe(urls.child.purpose(childId));
  });

  it('nothing is kept of who signed out, nor of a password', async () => {
    const visitor = await ama();
    await endSessions();
    const password = await visitor.post(urls.account.password, { current: 'a', password: 'b' });
    expect(password.headers.get('location')).toBe(`${urls.signIn.page}?then=%2F`);
    const other = await ama();
    await other.post(urls.signIn.out, {});
    const out = await other.post(urls.child.purpose(childId), { detail: 'Words' });
    expect(out.headers.get('location')).toBe(`${urls.signIn.page}?then=%2F`);
  });

  it('what is still being typed when the lock falls is kept as a draft', async () => {
    const visitor = await ama();
    await visitor.post(urls.signIn.lock, { next: '/' });
    const answer = await visitor.post(urls.drafts.keep, { note: 'Half a sen', _draft: '/note' });
    expect(answer.status).toBe(204);
    const kept = await asActor(
      database().app,
      await actorOf(database().app, 'ama-lovelock'),
      (tx) => readDrafts(tx, ['/note']),
    );
    expect(kept).toMatchObject([{ typed: { note: 'Half a sen' } }]);
  });

  it('keeps no more of what is sent at it than forms hold, and the oldest of fifty gives way', async () => {
    const visitor = await ama();
    await leaveFor(60);
    const path = urls.audits.create();
    const huge = await visitor.post(path, { title: 'x'.repeat(500_000) });
    expect(new URL(huge.headers.get('location') ?? '', origin).searchParams.get('then')).toBe(path);
    for (let sent = 0; sent < 55; sent += 1) await visitor.post(path, { title: `Kept ${sent}` });
    const kept = await asOwner((tx) =>
      tx
        .selectFrom('held_form')
        .select('fields')
        .where('staff_id', '=', staffId('ama-lovelock'))
        .execute(),
    );
    expect(kept).toHaveLength(50);
    expect(JSON.stringify(kept)).not.toContain('Kept 4"');
  });

  it('unlocking never leads to another site', async () => {
    const visitor = await ama();
    const answer = await visitor.post(urls.signIn.locked(), { next: '//elsewhere.example' });
    expect(answer.headers.get('location')).toBe(urls.home);
  });
});

it('someone with a password unlocks with it, and a wrong one opens nothing', async () => {
  const iona = browser();
  await iona.post(urls.signIn.password, {
    email: 'iona@eastmarsh.example',
    password: 'correct horse battery',
  });
  await iona.post(urls.signIn.lock, { next: '/' });
  const wrong = await iona.post(urls.signIn.locked(), { password: 'a wrong one', next: '/' });
  expect(wrong.status).toBe(422);
  const locked = () =>
    database()
      .app.selectFrom('auth_session')
      .innerJoin('auth_user', 'auth_user.id', 'auth_session.userId')
      .select('locked_at')
      .where('email', '=', 'iona@eastmarsh.example')
      .execute();
  expect((await locked()).map(({ locked_at }) => locked_at !== null)).toEqual([true]);
  await iona.post(urls.signIn.locked(), { password: 'correct horse battery', next: '/' });
  expect(await locked()).toEqual([{ locked_at: null }]);
});

import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../../src/features/admin/staff/add-user.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { cookieBrowser } from '../support/cookie-browser.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const origin = 'http://localhost:3000';
const password = 'correct horse battery';
const service = 'eastmarsh';
let site: Awaited<ReturnType<typeof testApp>>;

beforeAll(async () => {
  for (const [name, email, role] of [
    ['Iris Firsttimer', 'iris@eastmarsh.example', 'case-manager'],
    ['Rhys Ratelimit', 'rhys@eastmarsh.example', 'case-manager'],
    ['Lena Leaver', 'lena@eastmarsh.example', 'case-manager'],
    ['Otto Twoplaces', 'otto@eastmarsh.example', 'case-manager'],
  ] as const)
    await addUser(
      database(),
      { service, name, email, role, password },
      new Date('2026-01-01T12:00:00Z'),
    );
  await database()
    .owner.updateTable('staff')
    .set({ active_to: '2026-02-01' })
    .where('email', '=', 'lena@eastmarsh.example')
    .execute();
  site = await testApp(database(), { FOOTHOLD_BEHIND_PROXY: '1' });
  return () => site.jobs.stop();
});

// Each test comes from an address of its own, so that one test's tries do not use up another's.
let lastAddress = 0;
function browser() {
  lastAddress += 1;
  const address = `198.51.100.${lastAddress}`;
  return cookieBrowser(origin, async (url, init) =>
    site.app.request(url, { ...init, headers: { ...init.headers, 'x-forwarded-for': address } }),
  );
}

const enter = (
  visitor: ReturnType<typeof browser>,
  email: string,
  given = password,
  next: string = urls.home,
) => visitor.post(urls.signIn.password, { email, password: given, next });
const codeNow = (secret: string) => new TOTP({ secret }).generate();
// A code is taken once, and the one that set the second step up was taken.
const codeNext = (secret: string) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 });

async function setUpSecondStep(visitor: ReturnType<typeof browser>) {
  const key = await (await visitor.post(urls.account.secondFactor, { password })).text();
  const uri = /otpauth:\/\/[^"]+/.exec(key)?.[0].replaceAll('&amp;', '&') ?? '';
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const done = await visitor.post(urls.account.secondFactor, { uri, code: codeNow(secret) });
  const codes = [...(await done.text()).matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code);
  return { secret, codes, status: done.status };
}

describe('signing in with a password', () => {
  it('a wrong password and an unknown e-mail get the same calm answer, and only the e-mail is kept', async () => {
    const wrong = await enter(browser(), 'iris@eastmarsh.example', 'not the password');
    const unknown = await enter(browser(), 'nobody@eastmarsh.example', 'not the password');
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const page = await wrong.text();
    expect(page).toContain('do not go together');
    expect(page).toContain('value="iris@eastmarsh.example"');
    expect(page).not.toContain('not the password');
    expect((await unknown.text()).replaceAll('nobody@', 'iris@')).toBe(page);
  });

  it('someone new must set up their second step before any page opens', async () => {
    const iris = browser();
    expect((await enter(iris, 'Iris@Eastmarsh.example ')).headers.get('location')).toBe(urls.home);
    const home = await iris.get(urls.home);
    expect(home.headers.get('location')).toBe(urls.account.secondFactor);
    expect((await iris.post(urls.account.secondFactor, { password: 'a wrong one' })).status).toBe(
      422,
    );
    const { codes, secret, status } = await setUpSecondStep(iris);
    expect([status, codes.length]).toEqual([200, 10]);
    expect((await iris.get(urls.home)).status).toBe(200);

    const later = browser();
    const answer = await enter(later, 'iris@eastmarsh.example', password, urls.account.page);
    expect(answer.headers.get('location')).toBe(urls.signIn.code(urls.account.page));
    expect((await later.get(urls.home)).headers.get('location')).toContain(urls.signIn.page);
    expect((await later.post(urls.signIn.code(), { code: '000000' })).status).toBe(422);
    const inside = await later.post(urls.signIn.code(), {
      code: codeNext(secret),
      next: urls.account.page,
    });
    expect(inside.headers.get('location')).toBe(urls.account.page);
    expect((await later.get(urls.account.page)).status).toBe(200);

    const withBackup = async () => {
      const visitor = browser();
      await enter(visitor, 'iris@eastmarsh.example');
      return visitor.post(urls.signIn.code(), { code: codes[0] ?? '' });
    };
    expect((await withBackup()).status).toBe(303);
    expect((await withBackup()).status).toBe(422);
  });

  it('too many tries from one address are asked to wait, whatever the password', async () => {
    const guesser = browser();
    for (let tries = 0; tries < 20; tries += 1)
      await enter(guesser, `person${tries}@eastmarsh.example`, 'one password for all');
    const answer = await enter(guesser, 'rhys@eastmarsh.example');
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('Wait a minute');
    expect((await enter(browser(), 'rhys@eastmarsh.example')).status).toBe(303);
  });

  it('someone whose time with the service is over gets no session and is told who to ask', async () => {
    const lena = browser();
    const answer = await enter(lena, 'lena@eastmarsh.example');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Ask your service’s administrator');
    expect((await lena.get(urls.home)).headers.get('location')).toContain(urls.signIn.page);
  });

  it('a person sees where they are signed in, ends one place or all others, and signs out', async () => {
    const desk = browser();
    await enter(desk, 'otto@eastmarsh.example');
    const { secret } = await setUpSecondStep(desk);
    const phone = browser();
    await enter(phone, 'otto@eastmarsh.example');
    await phone.post(urls.signIn.code(), { code: codeNext(secret) });
    expect((await phone.get(urls.home)).status).toBe(200);

    const account = await (await desk.get(urls.account.page)).text();
    expect(account.match(/This one/g)).toHaveLength(1);
    const other = /name="session" value="([0-9a-f-]{36})"/.exec(account)?.[1] ?? '';
    await desk.post(urls.account.endSession, { session: other });
    expect((await phone.get(urls.home)).headers.get('location')).toContain(urls.signIn.page);
    expect((await desk.get(urls.home)).status).toBe(200);

    await desk.post(urls.signIn.out, {});
    expect((await desk.get(urls.home)).headers.get('location')).toContain(urls.signIn.page);
  });

  it('nobody ends a session that is not theirs', async () => {
    const otto = browser();
    await enter(otto, 'otto@eastmarsh.example');
    const before = await database().app.selectFrom('auth_session').select('id').execute();
    await otto.post(urls.account.endSession, { session: 'others' });
    const theirs = await database()
      .app.selectFrom('auth_session')
      .innerJoin('auth_user', 'auth_user.id', 'auth_session.userId')
      .select('auth_session.id')
      .where('email', '<>', 'otto@eastmarsh.example')
      .execute();
    expect(theirs.length).toBeGreaterThan(0);
    expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining(theirs.map(({ id }) => id)));
  });

  it('a new password signs every other browser out, and the cookie keeps its protections', async () => {
    const desk = browser();
    const signedIn = await enter(desk, 'rhys@eastmarsh.example');
    expect(signedIn.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    await setUpSecondStep(desk);
    expect((await desk.get(urls.account.password)).status).toBe(200);
    const short = await desk.post(urls.account.password, { current: password, password: 'short' });
    expect(short.status).toBe(422);
    const changed = await desk.post(urls.account.password, {
      current: password,
      password: 'another long phrase',
    });
    expect(changed.headers.get('location')).toBe(urls.account.page);
    expect((await desk.get(urls.home)).status).toBe(200);
    expect((await enter(browser(), 'rhys@eastmarsh.example')).status).toBe(422);
  });
});

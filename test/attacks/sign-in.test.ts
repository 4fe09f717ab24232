import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../../src/features/admin/staff/add-user.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { type CookieBrowser, cookieBrowser } from '../support/cookie-browser.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const origin = 'http://localhost:3000';
const password = 'correct horse battery';
const email = 'vera@eastmarsh.example';
let site: Awaited<ReturnType<typeof testApp>>;
let secret = '';
let desk: CookieBrowser;

// Each comes from an address of its own, as a guesser with many computers does.
let lastAddress = 0;
function stranger(): CookieBrowser {
  lastAddress += 1;
  const address = `203.0.113.${lastAddress}`;
  return cookieBrowser(origin, async (url, init) =>
    site.app.request(url, { ...init, headers: { ...init.headers, 'x-forwarded-for': address } }),
  );
}
const enter = (visitor: CookieBrowser, who: string, given: string) =>
  visitor.post(urls.signIn.password, { email: who, password: given, next: urls.home });
const code = (steps: number) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

beforeAll(async () => {
  const person = { service: 'eastmarsh', name: 'Vera Doorkeeper', email, password };
  await addUser(database(), { ...person, role: 'case-manager' }, new Date('2026-01-01T12:00:00Z'));
  site = await testApp(database(), { FOOTHOLD_BEHIND_PROXY: '1' });
  desk = stranger();
  await enter(desk, email, password);
  const key = await (await desk.post(urls.account.secondFactor, { password })).text();
  const uri = /otpauth:\/\/[^"]+/.exec(key)?.[0].replaceAll('&amp;', '&') ?? '';
  secret = new URL(uri).searchParams.get('secret') ?? '';
  await desk.post(urls.account.secondFactor, { uri, code: code(-1) });
  return () => site.jobs.stop();
});

describe('abuse of the door', () => {
  it('a one-time code that was seen over a shoulder signs nobody in a second time', async () => {
    const [owner, thief] = [stranger(), stranger()];
    await Promise.all([enter(owner, email, password), enter(thief, email, password)]);
    const seen = code(0);
    const answers = await Promise.all([
      owner.post(urls.signIn.code(), { code: seen }),
      thief.post(urls.signIn.code(), { code: seen }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const late = stranger();
    await enter(late, email, password);
    const refused = await late.post(urls.signIn.code(), { code: seen });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('used before'),
    ]);
    expect((await late.get(urls.home)).headers.get('location')).toContain(urls.signIn.page);
  });

  it('guessing at one account from many addresses ends after ten, for whoever is nobody too; the owner still gets in', async () => {
    for (const who of [email, 'nobody@eastmarsh.example']) {
      const wrong = await Promise.all(
        Array.from({ length: 10 }, (_each, guess) =>
          enter(stranger(), who, `guess ${guess} at it`),
        ),
      );
      expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([422]));
      const next = await enter(stranger(), who, password);
      expect([next.status, await next.text()]).toEqual([
        429,
        expect.stringContaining('sign in on a computer where you have before'),
      ]);
    }
    expect((await enter(desk, email, password)).headers.get('location')).toBe(
      urls.signIn.code(urls.home),
    );
  });

  it('whoever has the password guesses no more than ten codes, from however many addresses and however often they begin anew', async () => {
    const guess = async (visitor: CookieBrowser, given: string) => {
      await enter(visitor, email, password);
      return visitor.post(urls.signIn.code(), { code: given });
    };
    const looked = [];
    for (let tried = 0; tried < 11; tried += 1)
      looked.push((await guess(stranger(), String(100_000 + tried))).status);
    expect(looked.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    const next = await guess(stranger(), code(1));
    expect([next.status, await next.text()]).toEqual([
      429,
      expect.stringContaining('somebody knows your password'),
    ]);
  });

  it.each([
    ['aaaaaaaaaaaa', 'same few letters'],
    ['qwertyuiop1234', 'row of keys'],
    ['passwordpassword', 'guessed first'],
    ['P4ssword2026!', 'guessed first'],
    ['sunshine dragon', 'guessed first'],
    ['vera doorkeeper', 'your name'],
    ['eastmarsh foothold', 'your name'],
    [password, 'the password you have now'],
  ])('“%s” is not taken as a new password', async (chosen, words) => {
    await desk.post(urls.signIn.code(), { code: code(1) });
    const answer = await desk.post(urls.account.password, { current: password, password: chosen });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)]);
  });

  it('all of it is kept for good: for the person, and for who watches over access, and for nobody else', async () => {
    const own = await (await desk.get(urls.account.page)).text();
    for (const words of ['Signed in, with a password', 'Wrong password', 'Held off', 'used code'])
      expect(own).toContain(words);
    const watching = await site.as('freddie-okafor-bright');
    const trouble = await (await watching.get(urls.admin.door(true))).text();
    expect(trouble).toContain('Vera Doorkeeper');
    expect(trouble).not.toContain('Signed in, with');
    const other = await site.as('ben-thackery');
    expect((await other.get(urls.admin.door())).status).toBe(403);
  });

  it('no browser keeps the page on which a password is chosen', async () => {
    const page = await stranger().get(urls.signIn.setPassword('a-link'));
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});

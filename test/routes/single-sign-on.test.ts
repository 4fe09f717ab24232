import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { cookieBrowser } from '../support/cookie-browser.ts';
import { actorOf, serviceId, testDatabase } from '../support/database.ts';

const database = testDatabase();
const people: Record<string, { email: string; email_verified: boolean }> = {
  'iris-new': { email: 'Iris.New@eastmarsh.example', email_verified: true },
  ama: { email: 'ama.lovelock@eastmarsh.example', email_verified: true },
  unverified: { email: 'ben.thackery@eastmarsh.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
};
let issuer = '';
let origin = '';
let provider: Server;
let foothold: ReturnType<typeof serve>;
let stopJobs = async () => {};
const asked: URL[] = [];

const listening = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

beforeAll(async () => {
  await database()
    .owner.insertInto('staff')
    .values({
      service_id: serviceId,
      id: newId(),
      name: 'Iris New',
      email: 'iris.new@eastmarsh.example',
      job_title: 'Case manager',
      agency: 'youth-justice',
      role: 'case-manager',
      active_from: '2026-01-01',
    })
    .execute();
  provider = createServer();
  const providerPort = await listening(provider);
  issuer = `http://localhost:${providerPort}`;
  // Two passes: the app must know its own port, and the provider must know the app's.
  let handle = (_: Request): Response | Promise<Response> => new Response('', { status: 503 });
  foothold = serve({ fetch: (request) => handle(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => foothold.once('listening', resolve));
  origin = `http://localhost:${(foothold.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'foothold',
        client_secret: 'only for this test, and long enough',
        redirect_uris: [`${origin}${urls.signIn.callback}`],
      },
    ],
    pkce: { required: () => true },
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: id, ...people[id] }),
    }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['only for this test'] },
  });
  provider.on('request', oidc.callback());
  const site = await testApp(database(), {
    FOOTHOLD_URL: origin,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'foothold',
    OIDC_CLIENT_SECRET: 'only for this test, and long enough',
    OIDC_NAME: 'Eastmarsh Council',
  });
  handle = (request) => site.app.fetch(request);
  stopJobs = () => site.jobs.stop();
});

afterAll(async () => {
  await stopJobs();
  foothold.close();
  provider.closeAllConnections();
  provider.close();
});

/** Goes through the whole code flow as a browser would: our form, the provider's sign-in and consent, and back. */
async function signInAs(login: string, next: string = urls.home) {
  const ours = cookieBrowser(origin, fetch);
  const theirs = cookieBrowser(issuer, fetch);
  const started = await ours.post(urls.signIn.singleSignOn, { next });
  let at = new URL(started.headers.get('location') ?? '', origin);
  asked.push(at);
  for (let hops = 0; at.origin === issuer && hops < 12; hops += 1) {
    const page = await theirs.get(at.href);
    const to = page.headers.get('location');
    if (to) {
      at = new URL(to, issuer);
      continue;
    }
    const html = await page.text();
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const done = await theirs.post(action, { prompt, login, password: 'any' });
    at = new URL(done.headers.get('location') ?? '', issuer);
  }
  const back = await ours.get(`${at.pathname}${at.search}`);
  return { ours, back, callback: at };
}

describe('signing in through the organisation', () => {
  it('someone entered by an administrator comes in on their first sign-in, by their verified e-mail', async () => {
    const { ours, back } = await signInAs('iris-new', urls.account.page);
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe(urls.account.page);
    const account = await (await ours.get(urls.account.page)).text();
    expect(account).toContain('Iris New');
    expect(account).toContain('Single sign-on');
    expect((await ours.get(urls.home)).status).toBe(200);
    const linked = await asActor(
      database().app,
      await actorOf(database().app, 'philippa-standfast'),
      (tx) =>
        tx
          .selectFrom('staff')
          .select('auth_user_id')
          .where('email', '=', 'iris.new@eastmarsh.example')
          .executeTakeFirstOrThrow(),
    );
    expect(linked.auth_user_id).not.toBeNull();
    const again = await signInAs('iris-new');
    expect((await again.ours.get(urls.home)).status).toBe(200);
  });

  it('asks the provider with PKCE, state and the openid scope', () => {
    const sent = asked[0]?.searchParams;
    expect(sent?.get('code_challenge_method')).toBe('S256');
    expect(sent?.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(sent?.get('state')).toBeTruthy();
    expect(sent?.get('scope')).toContain('openid');
  });

  it('someone who had another way to sign in keeps their one identity', async () => {
    const { ours } = await signInAs('ama');
    expect(await (await ours.get(urls.account.page)).text()).toContain('Ama Lovelock');
  });

  it.each(['stranger', 'unverified'])(
    '%s proves who they are, gets no session, and is told who to ask',
    async (login) => {
      const { ours, back } = await signInAs(login);
      expect(back.status).toBe(403);
      expect(await back.text()).toContain('Ask your service’s administrator');
      expect((await ours.get(urls.home)).headers.get('location')).toContain(urls.signIn.page);
    },
  );

  it('an answer that another browser asked for is refused', async () => {
    const { callback } = await signInAs('ama');
    const other = cookieBrowser(origin, fetch);
    const back = await other.get(`${callback.pathname}${callback.search}`);
    expect(back.headers.getSetCookie().join()).not.toContain('session_token=');
    expect((await other.get(urls.home)).headers.get('location')).toContain(urls.signIn.page);
  });

  it('unlocking is signing in there again, and the locked session ends', async () => {
    const { ours } = await signInAs('ama');
    await ours.post(urls.signIn.lock, { next: '/' });
    const locked = await (await ours.get(urls.signIn.locked('/'))).text();
    expect(locked).toContain('with Eastmarsh Council');
    const posted = await ours.post(urls.signIn.locked(), { next: '/' });
    expect(posted.status).toBe(200);
    expect((await ours.get(urls.home)).headers.get('location')).toContain('/locked');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  site = await testApp(database(), { FOOTHOLD_URL: 'https://foothold.eastmarsh.example' });
  return () => site.jobs.stop();
});

const send = (headers: Record<string, string>) =>
  site.app.request(`http://foothold.eastmarsh.example${urls.signIn.password}`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'a@b.example', password: '' }),
    headers,
  });

describe('a form that another site sends', () => {
  it.each([
    [{}],
    [{ origin: 'null' }],
    [{ origin: 'https://elsewhere.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://elsewhere.example', 'content-type': 'text/plain' }],
    [{ origin: 'https://elsewhere.example', 'content-type': 'application/json' }],
  ])('is refused, and not as a failure of the service: %j', async (headers) => {
    expect((await send(headers)).status).toBe(403);
  });

  it('is refused when it was sent to another name for this server, too', async () => {
    const answer = await site.app.request(`http://elsewhere.example${urls.signIn.password}`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'a@b.example', password: '' }),
      headers: { origin: 'http://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });

  it('is not mistaken for one from the address people type, though a proxy asks over http', async () => {
    expect((await send({ origin: 'https://foothold.eastmarsh.example' })).status).toBe(422);
  });
});

it.each([
  urls.referrals.imports,
  urls.referrals.holds,
  urls.referrals.inbox,
  urls.oversight.team,
  urls.panels.list,
])('an impossible page number shows the first page of %s', async (path) => {
  const manager = await site.as('marguerite-oyelaran');
  for (const page of ['1e300', '-3', 'x', '99999999999999999999'])
    expect((await manager.get(`${path}?page=${page}`)).status, page).toBe(200);
});

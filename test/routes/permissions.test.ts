import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { can } from '../../src/domain/access/can.ts';
import { permissionNames } from '../../src/domain/access/permissions.data.ts';
import { type Role, roleNames } from '../../src/domain/access/roles.data.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { testApp } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';
import { personOf } from '../support/people-of-roles.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;

beforeAll(async () => {
  site = await testApp(database());
  return () => site.jobs.stop();
});

type Guarded = Exclude<Route, { kind: 'public' | 'account' }>;
const guarded = routes.filter(
  (route): route is Guarded => route.kind !== 'public' && route.kind !== 'account',
);
const someId = '00000000-0000-7000-8000-000000000000';
const addressOf = (route: Route) => route.path.replace(/:[A-Za-z]+/g, someId);
const publicPaths = [
  '/sign-in',
  '/api/auth/callback/single-sign-on',
  '/assets/:file',
  '/health',
  '/ready',
  '/diary-feed/',
];

describe('what a route declares', () => {
  it('every page says who may open it and how the visit is logged', () => {
    for (const route of guarded) {
      const known = route.permission === 'signed-in' || permissionNames.includes(route.permission);
      expect(known, `${route.method} ${route.path}: ${route.permission}`).toBe(true);
      expect(route.audit, `${route.method} ${route.path}`).toBeTruthy();
    }
  });

  it('only signing in, assets and health are open to strangers', () => {
    const open = routes.filter(({ kind }) => kind === 'public').map(({ path }) => path);
    const strays = open.filter((path) => !publicPaths.some((stem) => path.startsWith(stem)));
    expect(strays).toEqual([]);
  });

  it('every page about one child goes through the opening of that child, but for sealing one', () => {
    const strays = guarded.filter(
      ({ kind, path }) => kind !== 'child' && path.startsWith('/children/:childId'),
    );
    expect([...new Set(strays.map(({ path }) => path))]).toEqual([
      '/children/:childId/restrict',
      '/children/:childId/restrict/lift',
    ]);
  });

  it('no two routes answer the same address', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    expect(addresses.filter((each, index) => addresses.indexOf(each) !== index)).toEqual([]);
  });
});

/** How a route comes to refuse: one of each sort stands for all, since each is refused in the same place. */
const sortOf = ({ kind, method, permission }: Guarded) => `${kind} ${method} ${permission}`;
const oneOfEach = [...new Map(guarded.map((route) => [sortOf(route), route])).values()];
const lacks = (role: Role, { permission }: Guarded) =>
  permission !== 'signed-in' && !can({ role }, permission);

async function allowed(role: Role, tried: readonly Guarded[]): Promise<string[]> {
  const visitor = await site.as(personOf[role]);
  const wrong: string[] = [];
  for (const route of tried.filter((each) => lacks(role, each))) {
    const answer =
      route.method === 'get'
        ? await visitor.get(addressOf(route))
        : await visitor.post(addressOf(route), {});
    if (answer.status !== 403)
      wrong.push(`${route.method} ${route.path} (${route.permission}): ${answer.status}`);
  }
  return wrong;
}

it.each(roleNames)(
  '%s is refused a page and a form of every sort that their role lacks',
  { timeout: 120_000 },
  async (role) => expect(await allowed(role, oneOfEach)).toEqual([]),
);

it('every page and every form is refused to somebody whose role lacks it', {
  timeout: 240_000,
}, async () => {
  const byRole = Map.groupBy(guarded, (route) => roleNames.find((role) => lacks(role, route)));
  for (const [role, theirs] of byRole)
    if (role) expect.soft(await allowed(role, theirs)).toEqual([]);
});

it('a stranger is sent to sign in from every page that is not open', async () => {
  const wrong: string[] = [];
  for (const route of routes.filter(({ kind }) => kind !== 'public')) {
    const answer = await site.app.request(`http://localhost:3000${addressOf(route)}`, {
      method: route.method.toUpperCase(),
      headers: { origin: 'http://localhost:3000' },
    });
    const to = answer.headers.get('location') ?? '';
    if (answer.status !== 303 || !to.startsWith('/sign-in'))
      wrong.push(`${route.method} ${route.path}: ${answer.status} ${to}`);
  }
  expect(wrong).toEqual([]);
});

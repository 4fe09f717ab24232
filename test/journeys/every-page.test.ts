import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { demoId } from '../../src/demo/random.ts';
import { can } from '../../src/domain/access/can.ts';
import { type Role, roleNames } from '../../src/domain/access/roles.data.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { urls } from '../../src/urls.ts';
import { testBrowser } from '../support/browser.ts';
import { crawler, type Found, worthALook } from '../support/crawl.ts';
import { faultsOf, windowToLookIn } from '../support/page-faults.ts';
import { personOf } from '../support/people-of-roles.ts';
import { reachedIn } from '../support/reached-in.data.ts';
import { demonstrationSite } from '../support/site.ts';

const site = demonstrationSite();
const browser = testBrowser();
type Opened = Found & { readonly by: string };
const opened: Opened[] = [];

const people = Object.values(personOf);

it.each(people)('every page that %s can reach answers', { timeout: 600_000 }, (code) => open(code));

// A page nobody can reach by following links is a page nobody uses, unless a moment of the work leads there: those are
// opened, and checked in the same way, by the journeys that `reachedIn` names.
const reachedInJourneys = new Set<string>(Object.values(reachedIn).flat());

const unreached = (): Route[] => {
  const reached = new Set(opened.map(({ pattern }) => pattern));
  return routes.filter(
    ({ method, kind, path }) =>
      method === 'get' &&
      kind !== 'public' &&
      // A file is no page.
      !/\.(csv|xlsx)$|\/content$/.test(path) &&
      !reached.has(path) &&
      !reachedInJourneys.has(path),
  );
};

const mayOpen = (role: Role, route: Route) =>
  route.kind !== 'public' && (route.permission === 'signed-in' || can({ role }, route.permission));

// Two records of each kind may not be the two that lead on: the rest are looked through before a page counts as lost.
it('every page is reached by somebody who follows links through the records that they can open', {
  timeout: 900_000,
}, async () => {
  for (const atMost of [100, Number.POSITIVE_INFINITY])
    for (const role of roleNames) {
      const theirs = unreached().filter((route) => mayOpen(role, route));
      if (theirs.length > 0)
        await open(personOf[role], new Set(theirs.map(({ path }) => path)), atMost);
    }
  expect(
    unreached()
      .map(({ path }) => path)
      .join('\n'),
  ).toBe('');
});

// Not needed to know whether pages are reached, and slow: `npm run test:days` leaves it out.
it.skipIf(process.env.TEST_CLOCK)(
  'axe finds nothing on the richest page at each address nor on anybody’s home, and each fits a narrow telephone',
  { timeout: 900_000 },
  async () => {
    const pages = opened.filter(({ html }) => html !== '');
    const homes = pages.filter(({ path }) => path === urls.home);
    const looks = Map.groupBy(new Set([...worthALook(pages), ...homes]), ({ by }) => by);
    const faults: string[] = [];
    for (const [code, theirs] of looks) {
      const page = await windowOf(code);
      for (const { path } of theirs) {
        await page.goto(site().origin + path);
        faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      }
      await page.context().close();
    }
    expect(faults).toEqual([]);
  },
);

const visits = new Map<string, number>();
const walks = new Map<string, ReturnType<typeof crawler>>();

/** Walks through a person's pages, or goes on with their walk to find more. */
async function open(code: string, lookedFor?: ReadonlySet<string>, atMost?: number): Promise<void> {
  const from = [urls.home, urls.account.page];
  const walk =
    walks.get(code) ?? crawler(site().origin, await cookieOf(code), from, routes, visits);
  walks.set(code, walk);
  const pages = await walk(lookedFor, atMost);
  opened.push(...pages.map((page) => ({ ...page, by: code })));
  const failed = pages.filter(({ status }) => status >= 400);
  expect(failed.map(({ path, status }) => `${status} ${path}`).join('\n')).toBe('');
}

async function windowOf(code: string): Promise<Page> {
  const page = await windowToLookIn(browser());
  const [name = '', value = ''] = (await cookieOf(code)).split('=');
  await page.context().addCookies([{ name, value, url: site().origin }]);
  return page;
}

async function cookieOf(code: string): Promise<string> {
  const { origin } = site();
  const answer = await fetch(origin + urls.signIn.persona, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person: demoId('auth', code) }),
  });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

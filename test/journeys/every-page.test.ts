import { expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { demoId } from '../../src/demo/random.ts';
import { urls } from '../../src/urls.ts';
import { testBrowser } from '../support/browser.ts';
import { crawl, newKinds } from '../support/crawl.ts';
import { faultsOf } from '../support/page-faults.ts';
import { reachedIn } from '../support/reached-in.data.ts';
import { demonstrationSite } from '../support/site.ts';

const site = demonstrationSite();
const browser = testBrowser();
const isNew = newKinds();
const visited = new Set<string>();

const people = [
  'ama-lovelock',
  'marguerite-oyelaran',
  'philippa-standfast',
  'quentin-larkin',
  'rosamund-achebe',
  'tegan-bamford-ali',
  'viv-tolliver',
  'winston-appleby',
  'ursula-peaceful',
  'xanthe-goodenough',
  'annie-twelvetrees',
  'cleo-abacus',
  'desmond-plumb',
  'edith-fairlamp',
  'gwendolen-osei',
  'freddie-okafor-bright',
];

it.each(people)(
  'every page that %s can reach answers, axe finds nothing on it, and it fits a narrow telephone',
  { timeout: 600_000 },
  (code) => expectSoundPages(code, new Set()),
);

// A page nobody can reach by following links is a page nobody uses, unless a moment of the work leads there: those are
// opened, and checked in the same way, by the journeys that `reachedIn` names.
const reachedInJourneys = new Set<string>(Object.values(reachedIn).flat());

const unreached = () =>
  routes
    .filter(
      ({ method, kind, path }) =>
        method === 'get' &&
        kind !== 'public' &&
        // A file is no page.
        !path.endsWith('.csv') &&
        !visited.has(path) &&
        !reachedInJourneys.has(path),
    )
    .map(({ path }) => path);

// Two records of each kind may not be the two that lead on: the rest are looked through before a page counts as lost.
it('every page is reached by somebody who follows links through the records that they can open', {
  timeout: 900_000,
}, async () => {
  for (const code of people) {
    if (unreached().length === 0) break;
    await expectSoundPages(code, new Set(unreached()));
  }
  expect(unreached()).toEqual([]);
});

async function expectSoundPages(code: string, lookedFor: ReadonlySet<string>): Promise<void> {
  const { origin } = site();
  const cookie = await cookieOf(code);
  const pages = await crawl(origin, cookie, [urls.home, urls.account.page], routes, lookedFor);
  for (const { pattern } of pages) visited.add(pattern);
  expect
    .soft(
      pages.filter(({ status }) => status >= 400).map(({ path, status }) => `${status} ${path}`),
    )
    .toEqual([]);
  const window = await browser().newContext({ viewport: { width: 1280, height: 900 } });
  const [name = '', value = ''] = cookie.split('=');
  await window.addCookies([{ name, value, url: origin }]);
  const page = await window.newPage();
  const faults: string[] = [];
  for (const { path, pattern, html } of pages) {
    if (!html || !isNew(pattern, html)) continue;
    await page.goto(origin + path);
    faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
  }
  await window.close();
  expect.soft(faults).toEqual([]);
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

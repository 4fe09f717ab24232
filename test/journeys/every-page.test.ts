import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { demoId } from '../../src/demo/random.ts';
import { urls } from '../../src/urls.ts';
import { testBrowser } from '../support/browser.ts';
import { crawl, shapeOf } from '../support/crawl.ts';
import { demonstrationSite } from '../support/site.ts';

const site = demonstrationSite();
const browser = testBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const checked = new Set<string>();
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
  async (code) => {
    const { origin } = site();
    const cookie = await cookieOf(code);
    const pages = await crawl(origin, cookie, [urls.home, urls.account.page], routes);
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
    for (const { path, html } of pages) {
      const shape = shapeOf(html);
      if (!html || checked.has(shape)) continue;
      checked.add(shape);
      await page.goto(origin + path);
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      faults.push(...(await spillOf(page)).map((fault) => `${path}: ${fault}`));
    }
    await window.close();
    expect.soft(faults).toEqual([]);
  },
);

// A page nobody can reach by following links is a page nobody uses. These are reached only at moments that a fresh
// demonstration does not hold, or from a form's answer; the journeys and route tests open them.
const reachedOtherwise: readonly RegExp[] = [
  /^\/(sign-in|locked|account\/(second-factor|password))/,
  /^\/children\/(new|:childId\/merge\/find$)/,
  /^\/(audits\/:auditId\/cases|children\/:childId\/audit-cases)\/:caseId$/,
  /^\/children\/:childId\/audit-readings\/:readingId\/finish$/,
  /^\/statistics\/families\/:familyId$/,
  /^\/referrals\/(imports\/|holds\/)/,
  /^\/children\/:childId\/referrals\/:referralId\/(triage|allocate)$/,
  /^\/children\/:childId\/assessments\/:assessmentId\//,
  /^\/children\/:childId\/(panel\/:itemId\/(gravity|gate|decide)|escalations\/|outcomes\/:disposalId\/(completion|police-notice)|decisions\/:decisionId\/)/,
  /^\/children\/:childId\/(involvements\/|actions\/|care\/|education\/|characteristics\/.*\/:rowId)/,
  /^\/team\/break-glass\/:glassId$/,
];

afterAll(() => {
  const unreached = routes
    .filter(
      ({ method, kind, path }) =>
        method === 'get' &&
        kind !== 'public' &&
        !visited.has(path) &&
        !reachedOtherwise.some((each) => each.test(path)),
    )
    .map(({ path }) => path);
  if (visited.size > 0) expect(unreached).toEqual([]);
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Fault = { id: string; nodes: { html: string; failureSummary: string }[] };

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Fault[] }>(
    `axe.run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.replaceAll('\n', ' ')}`,
  );
}

/** What makes a page wider than the narrowest telephone, 320 pixels. */
async function spillOf(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate<string[]>(
    `document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('main *, header *, .fh-child *')]
      .filter((each) => each.getBoundingClientRect().right > 321 && !each.closest('.fh-scroll')).slice(0, 2).map((each) => each.outerHTML.slice(0, 120))`,
  );
  await page.setViewportSize({ width: 1280, height: 900 });
  return wide.map((html) => `wider than 320 pixels: ${html}`);
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

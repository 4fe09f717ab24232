import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assetAt, assetUrls } from '../../src/ui/assets.ts';
import { Accordion, Button, Textarea } from '../../src/ui/govuk/components.tsx';
import { MojButtonMenu } from '../../src/ui/moj/components.tsx';

const page = `<!doctype html>${String(
  <html lang="en" class="govuk-template">
    <head>
      <title>Note</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="csrf-token" content="token-1" />
      <link rel="icon" href={assetUrls.icon} />
      <link rel="stylesheet" href={assetUrls.css} />
      <script type="module" src={assetUrls.js} />
    </head>
    <body
      class="govuk-template__body"
      data-idle-minutes="10"
      data-lock-url="/lock"
      data-stay-url="/draft"
    >
      <header class="fh-header">
        <div class="govuk-width-container fh-header__inner">
          <a class="fh-header__name" href="/">
            Foothold
          </a>
        </div>
      </header>
      <main class="govuk-width-container">
        <form method="post" action="/note" data-draft-url="/draft">
          <input type="hidden" name="_draft" value="/note" />
          <Textarea id="note" name="note" label={{ text: 'What happened' }} />
          <label>
            <input type="checkbox" name="seen" value="yes" /> Child seen
          </label>
          <Button text="Save" />
        </form>
        <Accordion id="a" items={[{ heading: { text: 'Why' }, content: { text: 'Because' } }]} />
        <MojButtonMenu
          button={{ text: 'Actions' }}
          items={[
            { text: 'Edit', href: '/e' },
            { text: 'Close', href: '/c' },
          ]}
        />
        <div class="fh-scroll">
          <table class="govuk-table">
            <tr>
              {[...Array(30)].map(() => (
                <td>A wide cell of words</td>
              ))}
            </tr>
          </table>
        </div>
        <span class="fh-lens-track">
          <span class="fh-lens-bar fh-w-40" />
        </span>
      </main>
    </body>
  </html>,
)}`;

let answer = 204;
let drafts: URLSearchParams[] = [];
let locked: URLSearchParams | undefined;

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://local');
  const asset = assetAt(pathname);
  response.setHeader('content-security-policy', "default-src 'self'");
  if (request.method === 'POST') {
    const sent = new URLSearchParams(await text(request));
    if (pathname === '/draft') drafts.push(sent);
    if (pathname === '/lock') locked = sent;
    response.writeHead(pathname === '/draft' ? answer : 200).end();
  } else {
    response.setHeader('content-type', asset?.contentType ?? 'text/html; charset=utf-8');
    response.end(asset?.body ?? page);
  }
}

const server = createServer((request, response) => void respond(request, response));
let browser: Browser;
let address: string;

async function open() {
  const tab = await browser.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.setDefaultTimeout(8_000);
  await tab.clock.install();
  await tab.goto(`${address}/children/1?tab=notes`);
  await tab.locator('.fh-draft-status').waitFor({ state: 'attached' });
  return { tab, complaints };
}

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // In one process the whole browser ends with its first page.
    args: chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server.close();
});

beforeEach(() => {
  answer = 204;
  drafts = [];
});

describe('a page in a browser, with the strictest content rules', { timeout: 30_000 }, () => {
  it('starts every component without one complaint, and a narrow page does not scroll sideways', async () => {
    const { tab, complaints } = await open();
    await tab.getByRole('button', { name: 'Show all sections' }).waitFor();
    await tab.getByRole('button', { name: 'Actions' }).click();
    await tab.getByText('Edit', { exact: true }).waitFor();
    await tab.setViewportSize({ width: 320, height: 600 });
    const wide = await tab.evaluate('document.documentElement.scrollWidth');
    const share = await tab.evaluate(
      'document.querySelector(".fh-lens-bar").offsetWidth / document.querySelector(".fh-lens-track").clientWidth',
    );
    expect({ complaints, wide, share: Number(Number(share).toFixed(1)) }).toEqual({
      complaints: [],
      wide: 320,
      share: 0.4,
    });
    await tab.close();
  });

  it('prints black on white, without buttons or addresses', async () => {
    const { tab } = await open();
    await tab.emulateMedia({ media: 'print' });
    const name = 'getComputedStyle(document.querySelector(".fh-header__name"))';
    expect(await tab.evaluate(`${name}.color`)).toBe('rgb(0, 0, 0)');
    const header = 'getComputedStyle(document.querySelector(".fh-header"))';
    expect(await tab.evaluate(`${header}.backgroundColor`)).toBe('rgba(0, 0, 0, 0)');
    const after = 'getComputedStyle(document.querySelector(".fh-header__name"), "::after")';
    expect(await tab.evaluate(`${after}.content`)).toBe('none');
    expect(await tab.getByText('Save', { exact: true }).isVisible()).toBe(false);
    await tab.close();
  });

  it('keeps what is typed a moment after the typing stops, and says when', async () => {
    const { tab } = await open();
    await tab.getByLabel('What happened').fill('Met Kai & mum');
    await tab.getByLabel('Child seen').check();
    await tab.clock.runFor(1_000);
    expect(drafts).toEqual([]);
    await tab.clock.runFor(1_000);
    await tab.getByText(/^Kept at \d\d:\d\d, not saved yet$/).waitFor();
    expect(drafts.map((sent) => Object.fromEntries(sent))).toEqual([
      { note: 'Met Kai & mum', seen: 'yes', _draft: '/note' },
    ]);
    await tab.close();
  });

  it('says when a draft could not be kept, and keeps it when the line is back', async () => {
    answer = 503;
    const { tab } = await open();
    await tab.getByLabel('What happened').fill('Home visit');
    await tab.clock.runFor(2_000);
    await tab.getByText('Not kept – we will keep trying').waitFor();
    answer = 204;
    await tab.clock.runFor(6_000);
    await tab.getByText(/^Kept at/).waitFor();
    expect(drafts.length).toBe(2);
    await tab.close();
  });

  it('sends what is not yet kept when the page is left, but never after the form itself was sent', async () => {
    const { tab } = await open();
    await tab.getByLabel('What happened').fill('Left early');
    await tab.goto(`${address}/elsewhere`);
    await expect.poll(() => drafts.map((sent) => sent.get('note'))).toEqual(['Left early']);
    await tab.getByLabel('What happened').fill('Final words');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.waitForURL('**/note');
    expect(drafts.length).toBe(1);
    await tab.close();
  });

  it('keeps the draft, then locks and remembers the page, after ten minutes with nobody there', async () => {
    const { tab } = await open();
    await tab.getByLabel('What happened').fill('Half a sentence');
    await tab.clock.runFor(9 * 60_000);
    expect(tab.url()).toContain('/children/1');
    await tab.getByLabel('What happened').fill('Half a sentence more');
    await tab.clock.fastForward(10 * 60_000 + 5_000);
    await tab.waitForURL('**/lock');
    expect(locked?.get('next')).toBe('/children/1?tab=notes');
    expect(drafts.at(-1)?.get('note')).toBe('Half a sentence more');
    await tab.close();
  });

  it('warns before it locks, and stays when somebody says that they are there', async () => {
    const { tab } = await open();
    await tab.clock.runFor(7.5 * 60_000);
    expect(await tab.getByText('the page locks in').count()).toBe(0);
    await tab.clock.runFor(60_000);
    await tab.getByText('the page locks in about 2 minutes').waitFor();
    await tab.getByRole('button', { name: 'Stay signed in' }).click();
    await expect.poll(() => drafts.length).toBe(1);
    await tab.clock.runFor(5 * 60_000);
    expect(tab.url()).toContain('/children/1');
    expect(await tab.getByText('the page locks in').count()).toBe(0);
    await tab.close();
  });
});

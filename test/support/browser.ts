import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { keepPagesOf } from './seen-pages.ts';

/** The browser that npm brings, for one test file. */
export function testBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      // Not the shipped flags: they draw as if for a screen, which costs a third more, and end with their first page.
      args: ['--headless=shell', '--no-sandbox', '--disable-gpu'],
      headless: true,
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (!browser) throw new Error('The browser is open only while tests run');
    return browser;
  };
}

export type Visit = { readonly javaScript?: boolean; readonly width?: number };

/** A fresh window signed in as one of the demonstration's people, by name, through the page a person would use. */
export async function signIn(
  browser: Browser,
  origin: string,
  name: string,
  { javaScript = true, width = 1280 }: Visit = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  keepPagesOf(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

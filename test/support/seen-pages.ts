import type { Browser, BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { newKinds, patternIn } from './crawl.ts';
import { faultsOf, windowToLookIn } from './page-faults.ts';
import { type Journey, reachedIn } from './reached-in.data.ts';

type Seen = {
  readonly url: string;
  readonly html: string;
  readonly pattern: string;
  readonly isRefused: boolean;
};
const seen: Seen[] = [];
const reading: Promise<void>[] = [];
const patternOf = patternIn(routes);

/** Keeps each page that a window shows, a refused form's too, for `checkSeenPages`; a window closes once its pages are read. */
export function keepPagesOf(context: BrowserContext): void {
  const close = context.close.bind(context);
  context.close = async (options) => {
    await Promise.all(reading);
    await close(options);
  };
  context.on('response', (response) => {
    const isPage = response.headers()['content-type']?.includes('html');
    if (response.request().resourceType() !== 'document' || !isPage) return;
    const url = response.url();
    const read = response.text().then(
      (html) => {
        const pattern = patternOf(new URL(url).pathname);
        const isRefused = response.status() === 422;
        if (pattern && (isRefused || response.status() === 200))
          seen.push({ url, html, pattern, isRefused });
      },
      () => undefined, // The window was closed, or went on before the page was read.
    );
    reading.push(read);
  });
}

/** The last test of a file of journeys: they showed the pages that only they reach; those, and each form refused on the way, are for everybody. */
export function checkSeenPages(journey: Journey, browser: () => Browser): void {
  const isNew = newKinds();
  // Another file of journeys may have been here before.
  seen.length = 0;
  reading.length = 0;
  it('axe finds nothing on the pages that only these journeys reach nor on refused forms, and each fits a narrow telephone', async () => {
    await Promise.all(reading);
    const only: readonly string[] = reachedIn[journey];
    const reached = new Set(seen.map(({ pattern }) => pattern));
    expect.soft(only.filter((pattern) => !reached.has(pattern))).toEqual([]);
    const page = await windowToLookIn(browser());
    const faults: string[] = [];
    for (const { url, html, pattern, isRefused } of seen) {
      if (!(isRefused || only.includes(pattern)) || !isNew(pattern, html)) continue;
      // The page as it was shown then; only its style and scripts are asked for again.
      await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.goto(url);
      for (const fault of await faultsOf(page)) faults.push(`${new URL(url).pathname}: ${fault}`);
      await page.unroute(url);
    }
    await page.context().close();
    expect(faults).toEqual([]);
  }, 600_000);
}

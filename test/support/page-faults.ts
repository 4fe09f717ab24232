import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Fault = { id: string; nodes: { html: string; failureSummary: string }[] };

/** A window whose pages `faultsOf` can look at: axe comes with each, which takes a third of reading it into each anew. */
export async function windowToLookIn(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(axe);
  return context.newPage();
}

/** What a screen reader's user or a narrow telephone's would meet on the page that stands: axe's findings, and what spills. */
export const faultsOf = async (page: Page): Promise<string[]> => [
  ...(await found(page)),
  ...(await spilling(page)),
];

async function found(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<{ violations: Fault[] }>(
    `axe.run({ preload: false, runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.replaceAll('\n', ' ')}`,
  );
}

// The narrowest telephone is 320 pixels wide.
async function spilling(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate<string[]>(
    `document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('main *, header *, .fh-child *')]
      .filter((each) => each.getBoundingClientRect().right > 321 && !each.closest('.fh-scroll')).slice(0, 2).map((each) => each.outerHTML.slice(0, 120))`,
  );
  await page.setViewportSize({ width: 1280, height: 900 });
  return wide.map((html) => `wider than 320 pixels: ${html}`);
}

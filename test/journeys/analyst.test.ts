import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readXlsx } from '../../src/platform/files/read-xlsx.ts';
import { signIn, testBrowser } from '../support/browser.ts';
import { demonstrationSite } from '../support/site.ts';
import { go, goTo, seeHeading } from './steps/forms.ts';

const site = demonstrationSite();
const browser = testBrowser();

/** The rows of the first table on the page under this caption, as they are read; a warning below a figure is left out. */
async function rowsOnPage(page: Page, caption: RegExp): Promise<string[][]> {
  const rows = page.getByRole('table', { name: caption }).first().locator('tbody tr');
  return Promise.all(
    (await rows.all()).map(async (row) =>
      (await row.locator('th, td').allInnerTexts()).map((text) => plain(text.split('\n')[0] ?? '')),
    ),
  );
}

const plain = (text: string) =>
  text
    .replace(/(\d),(?=\d)/g, '$1')
    .replace(/^'/, '')
    .trim();

async function fetched(page: Page, link: string, at = 0): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).nth(at).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The rows of a CSV download: headings and rows, and below an empty line what they are made of. */
function csvRows(bytes: Buffer) {
  const lines: string[][] = parse(bytes, { bom: true, relax_column_count: true });
  const end = lines.findIndex((cells) => cells.join('') === '');
  return {
    about: new Map(lines.slice(end + 1).map(([label = '', words = '']) => [label, words])),
    rows: lines.slice(1, end).map((cells) => cells.map(plain)),
  };
}

async function xlsxRows(bytes: Buffer): Promise<string[][]> {
  const read = readXlsx(bytes);
  if (read.kind !== 'read') throw new Error(read.kind);
  const rows = (read.sheets[0]?.rows ?? []).slice(1).map(({ cells }) => cells.map(plain));
  // An empty cell at a row's end is in no file.
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => Array.from({ length: width }, (_cell, at) => cells[at] ?? ''));
}

// A workbook holds 1.50 as the number 1.5 that is shown with two places.
const asNumbers = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((text) => (/^-?[\d.]+$/.test(text) ? String(Number(text)) : text)));

it('an analyst takes a benchmark and a table of relative rates away as CSV and for Excel, as the pages show them, all of it without JavaScript', {
  timeout: 180_000,
}, async () => {
  const page = await signIn(browser(), site().origin, 'Cleo Abacus', { javaScript: false });
  await goTo(page, 'Benchmarks');
  await page.getByLabel('Local authority').selectOption({ label: 'Havering' });
  await go(page.getByRole('button', { name: 'Show' }));
  await seeHeading(page, /First-time entrants: Havering/);
  const benchmark = (await rowsOnPage(page, /Havering and others/)).slice(0, -1);
  expect(benchmark.length).toBeGreaterThan(10);
  const csv = await fetched(page, 'Download as CSV');
  expect(csv.name).toBe('first-time-entrants-rate-havering.csv');
  const { about, rows } = csvRows(csv.bytes);
  expect(rows.slice(0, benchmark.length)).toEqual(benchmark);
  expect(about.get('Licence')).toContain('Open Government Licence');
  expect(about.get('Vintage')).toMatch(/20\d\d$/);
  const xlsx = await fetched(page, 'Download for Excel');
  expect(xlsx.name).toBe('first-time-entrants-rate-havering.xlsx');
  expect((await xlsxRows(xlsx.bytes)).slice(0, benchmark.length)).toEqual(asNumbers(benchmark));

  await goTo(page, 'Disproportionality');
  await page.getByLabel('Area').selectOption({ label: 'Birmingham' });
  await go(page.getByRole('button', { name: 'Show' }));
  await page.getByLabel('Decision').selectOption({ label: 'Cautioned or sentenced' });
  await go(page.getByRole('button', { name: 'Show' }));
  await page.getByLabel('Groups by').selectOption({ label: 'Sex' });
  await page.getByLabel('Years to March').selectOption({ label: '2014-15' });
  await go(page.getByRole('button', { name: 'Show' }));
  await seeHeading(page, /Cautioned or sentenced, Birmingham/);
  const rates = await rowsOnPage(page, /Birmingham, 2014-15/);
  expect(rates.flat()).toContain('<6');
  expect(rates.flat()).toContain('x');
  const ratesCsv = csvRows((await fetched(page, 'Download as CSV')).bytes);
  expect(ratesCsv.rows).toEqual(rates);
  expect(ratesCsv.about.get('Small numbers')).toContain('<6');
  const ratesXlsx = await xlsxRows((await fetched(page, 'Download for Excel')).bytes);
  expect(ratesXlsx).toEqual(asNumbers(rates));

  await go(page.getByRole('link', { name: 'How this figure is made' }).first());
  await seeHeading(page, /How this figure is made: Relative rate index/);
  await page.context().close();
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn, testBrowser } from '../support/browser.ts';
import { checkSeenPages } from '../support/seen-pages.ts';
import { demonstrationSite } from '../support/site.ts';
import type { Facts } from './steps/facts.ts';
import { choose, follow, go, goTo, see, seeHeading, write } from './steps/forms.ts';
import {
  policeList,
  policeRow,
  toPreview,
  uploadList,
  waitForImport,
} from './steps/import-list.ts';

const site = demonstrationSite();
const browser = testBrowser();

const factsOf = (forename: string, surname: string, reference: string): Facts => ({
  forename,
  surname,
  reference,
  panel: '',
});

async function importFile(page: Page, name: string, list: Buffer): Promise<void> {
  await uploadList(page, name, list);
  await toPreview(page);
  await go(page.getByRole('button', { name: 'Import these rows' }));
  await waitForImport(page);
}

it.each([true, false])(
  'a row that cannot be trusted waits until a person says who it is (JavaScript: %s)',
  { timeout: 120_000 },
  async (javaScript) => {
    const surname = javaScript ? 'Gr1mshaw' : 'T0llgate';
    const mended = javaScript ? 'Grimshaw' : 'Tollgate';
    const facts = factsOf('Elowen', surname, javaScript ? '07ZZ/7001/26' : '07ZZ/7002/26');
    const page = await signIn(browser(), site().origin, 'Annie Twelvetrees', { javaScript });
    // After the import among the held rows, or before it in the preview: it is the same question.
    const list = policeList([policeRow(facts)]);
    if (javaScript) {
      await importFile(page, 'held-after.csv', list);
      await see(page, '0 new records');
      await follow(page, 'Decide the held rows');
      await follow(page, `Elowen ${surname}`);
    } else {
      await uploadList(page, 'held-before.csv', list);
      await toPreview(page);
      await page.getByRole('link', { name: /^Decide row/ }).click();
    }
    await see(page, 'holds signs that a name does not have');
    await write(page, {
      Surname: mended,
      'Why you decided so': 'Rang the officer: a one was typed for an i.',
    });
    await choose(page, 'Who is it?', 'It is a new child');
    await go(page.getByRole('button', { name: 'Save the decision' }));
    if (!javaScript) {
      await see(page, 'is decided: the import will do so');
      await go(page.getByRole('button', { name: 'Import these rows' }));
      await waitForImport(page);
      await see(page, '1 new record');
    } else await see(page, `Elowen ${mended}`);
    await goTo(page, 'Referrals');
    await page.getByRole('link', { name: `Elowen ${mended}` }).waitFor();
    await page.context().close();
  },
);

it('the same file sent twice changes nothing, and a longer one makes only what is new', {
  timeout: 120_000,
}, async () => {
  const list = policeList([
    policeRow(factsOf('Anaïs', 'Wetherfold', '07ZZ/7101/26'), 5300),
    policeRow(factsOf('Björn', 'Askwith', '07ZZ/7102/26'), 5555),
  ]);
  const page = await signIn(browser(), site().origin, 'Annie Twelvetrees');
  await importFile(page, 'twice.csv', list);
  await see(page, '2 new records');
  await uploadList(page, 'twice.csv', list);
  await see(page, 'This is the very same file as before. Nothing has changed.');
  await seeHeading(page, 'What the list made');
  expect(await page.getByRole('button', { name: 'Import these rows' }).count()).toBe(0);
  const longer = policeList([
    policeRow(factsOf('Anaïs', 'Wetherfold', '07ZZ/7101/26'), 5300),
    policeRow(factsOf('Björn', 'Askwith', '07ZZ/7102/26'), 5555),
    policeRow(factsOf('Ottilie', 'Cranmoor', '07ZZ/7103/26'), 5050),
  ]);
  await importFile(page, 'longer.csv', longer);
  await see(page, '1 new record');
  await see(page, '1 new referral');
  await page.context().close();
});

it('a list whose headings are not known is asked about once, and not again', {
  timeout: 120_000,
}, async () => {
  const rename = (list: Buffer) =>
    Buffer.from(list.toString('latin1').replace('Surname,', 'Family,'), 'latin1');
  const page = await signIn(browser(), site().origin, 'Annie Twelvetrees');
  await uploadList(
    page,
    'first.csv',
    rename(policeList([policeRow(factsOf('Perran', 'Hollin', '07ZZ/7201/26'))])),
  );
  await seeHeading(page, 'What the columns mean');
  await page.getByLabel(/Family, means/).selectOption({ label: 'Surname (needed)' });
  await toPreview(page);
  await see(page, 'Perran Hollin');
  await uploadList(
    page,
    'second.csv',
    rename(policeList([policeRow(factsOf('Merryn', 'Yarrow', '07ZZ/7202/26'))])),
  );
  await toPreview(page);
  await see(page, 'Merryn Yarrow');
  await page.context().close();
});

checkSeenPages('lists', browser);

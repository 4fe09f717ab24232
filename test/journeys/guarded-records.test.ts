import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { signIn, testBrowser } from '../support/browser.ts';
import { checkSeenPages } from '../support/seen-pages.ts';
import { demonstrationSite } from '../support/site.ts';
import { childOf } from './steps/facts.ts';
import {
  choose,
  dayFromNow,
  follow,
  go,
  goTo,
  openChild,
  pick,
  press,
  see,
  seeHeading,
  tick,
  write,
  writeDay,
} from './steps/forms.ts';
import { addWorker, makeRecord } from './steps/new-child.ts';

const site = demonstrationSite();
const browser = testBrowser();
const child = { forename: 'Perpetua', surname: 'Wrenfield', reference: '', panel: '' };
const name = childOf(child);
const visit = (person: string): Promise<Page> => signIn(browser(), site().origin, person);

beforeAll(async () => {
  const manager = await visit('Marguerite Oyelaran');
  await makeRecord(manager, child);
  await addWorker(manager, child, 'Ama Lovelock', 'Be the allocated worker');
  await manager.context().close();
}, 240_000);

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a child' }).first().fill(words);
  await go(page.getByRole('button', { name: 'Find', exact: true }).first());
  await seeHeading(page, 'Find a child');
}

it('a misspelt name finds the child and the result says why', async () => {
  const page = await visit('Annie Twelvetrees');
  await find(page, 'Wrenfeild Perpetua');
  const result = page.getByRole('listitem').filter({ hasText: name });
  await result.waitFor();
  expect(await result.innerText()).toMatch(/Surname Wrenfield .*“wrenfeild”/i);
  await page.context().close();
});

it.each([true, false])(
  'the results of a search stand again after going back from a record, and no address holds the name (scripts: %s)',
  async (javaScript) => {
    const page = await signIn(browser(), site().origin, 'Ama Lovelock', { javaScript });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await find(page, 'Wrenfield');
    await go(page.getByRole('main').getByRole('link', { name }));
    await page.getByRole('region', { name: 'This child' }).waitFor();
    await page.goBack();
    await page.getByRole('main').getByRole('link', { name }).waitFor();
    expect(asked.filter((url) => /wrenfield/i.test(decodeURIComponent(url)))).toEqual([]);
    await go(page.getByRole('button', { name: 'Sign out' }));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack({ waitUntil: 'commit' }).catch(() => null);
    expect(await page.getByRole('main').getByRole('link', { name }).count()).toBe(0);
    await page.context().close();
  },
);

it('a gap in a record is on the worklist until somebody fills it', {
  timeout: 120_000,
}, async () => {
  const page = await visit('Ama Lovelock');
  await goTo(page, 'Children');
  await follow(page, 'See what children’s records still lack');
  await follow(page, `First language: not asked for ${name}`);
  await pick(page, {
    'Which language does the child speak best?': 'Welsh',
    'Who told us?': 'The child',
  });
  await writeDay(page, 'When did they tell us?', dayFromNow(-1));
  await press(page, 'Add the answer', 'Welsh');
  await goTo(page, 'Children');
  await follow(page, 'See what children’s records still lack');
  await page.getByRole('link', { name: `Ethnicity: not asked for ${name}` }).waitFor();
  expect(
    await page.getByRole('link', { name: `First language: not asked for ${name}` }).count(),
  ).toBe(0);
  await page.context().close();
});

it('an address that must not be disclosed is read by the worker and by nobody else', {
  timeout: 120_000,
}, async () => {
  const ama = await visit('Ama Lovelock');
  await openChild(ama, name, 'Details');
  await follow(ama, /address/i);
  await write(ama, { Address: '4 Hidden Steps', 'Postcode (if there is one)': 'EM4 2AB' });
  await pick(ama, {
    'What kind of home is it?': 'With family, not parents',
    'Who told us?': 'Parent or carer',
  });
  await choose(ama, 'Is it a suitable home for this child?', 'Yes');
  await writeDay(ama, 'When did the child move in?', dayFromNow(-5));
  await tick(ama, 'May others learn of it?', 'This address must not be disclosed');
  await press(ama, 'Add the address', '4 Hidden Steps');
  await ama.context().close();
  const annie = await visit('Annie Twelvetrees');
  await find(annie, name);
  await annie.getByRole('link', { name }).first().waitFor();
  expect(await annie.getByText('Hidden Steps').count()).toBe(0);
  await find(annie, '4 Hidden Steps');
  expect(await annie.getByText(name).count()).toBe(0);
  await annie.context().close();
});

it('a restricted record opens in an emergency for a while, and another manager looks at it the next day', {
  timeout: 180_000,
}, async () => {
  const philippa = await visit('Philippa Standfast');
  await openChild(philippa, name);
  const band = await philippa.getByRole('region', { name: 'This child' }).innerText();
  const number = /No\. (EM-\d+)/.exec(band)?.[1] ?? '';
  await openChild(philippa, name, 'Restrict this record');
  await choose(
    philippa,
    'Why it is restricted',
    'The child or their family is close to someone who works here',
  );
  await write(philippa, {
    'What the people on the list need to know': 'A relative works for a partner.',
  });
  await tick(philippa, 'Who may see the record', 'Ama Lovelock, case manager');
  await press(philippa, 'Restrict the record', `Restricted: No. ${number}`);
  const nasir = await visit('Nasir Hollyoak');
  await find(nasir, name);
  expect(await nasir.getByRole('link', { name, exact: true }).count()).toBe(0);
  await goTo(nasir, 'Emergency access');
  await follow(nasir, 'Open a record in an emergency');
  await write(nasir, {
    'The child’s number': number,
    'What has happened, and why you need the record now':
      'The hospital rang: who may consent for her?',
  });
  await pick(nasir, { 'For how many hours': '1 hour' });
  await go(nasir.getByRole('button', { name: 'Open the record' }));
  const opened = nasir.getByRole('region', { name: 'This child' });
  await opened.getByText('Emergency access').waitFor();
  await nasir.context().close();
  await goTo(philippa, 'Emergency access');
  await go(philippa.getByRole('row').filter({ hasText: 'Nasir Hollyoak' }).getByRole('link'));
  await see(philippa, 'The hospital rang: who may consent for her?');
  await choose(philippa, 'Was it justified?', 'Yes: harm could not wait for someone on the list');
  await write(philippa, {
    'How you know, and anything to do next': 'Rang the ward; the call is in their notes.',
  });
  await press(philippa, 'Save the review', 'Saved: your review');
  await philippa.context().close();
});

checkSeenPages('guarded-records', browser);

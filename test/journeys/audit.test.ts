import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn, testBrowser } from '../support/browser.ts';
import { checkSeenPages } from '../support/seen-pages.ts';
import { demonstrationSite } from '../support/site.ts';
import {
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

const site = demonstrationSite();
const browser = testBrowser();

it('an audit goes from its sample to a worker’s supervision, all of it without JavaScript', {
  timeout: 300_000,
}, async () => {
  const visit = (person: string) => signIn(browser(), site().origin, person, { javaScript: false });
  const title = 'Assessing with care two';
  const head = await visit('Philippa Standfast');
  await plan(head, title);
  await draw(head);
  const auditor = await visit('Desmond Plumb');
  await goTo(auditor, 'Audits');
  await go(
    auditor.getByRole('main').getByRole('listitem').filter({ hasText: title }).getByRole('link'),
  );
  const child = await nameIn(auditor);
  await read(auditor);
  await goTo(auditor, 'Audits');
  await see(auditor, title);
  expect(
    await auditor
      .getByRole('listitem')
      .filter({ hasText: `${title}, first reading` })
      .count(),
  ).toBe(0);
  await results(head, title);
  await supervise(head, child, title);
  await head.context().close();
  await auditor.context().close();
});

async function plan(page: Page, title: string): Promise<void> {
  await goTo(page, 'Audits');
  await follow(page, 'Plan an audit');
  await write(page, { 'What it is called': title });
  await page.getByRole('radio', { name: 'Monthly audit' }).check();
  await pick(page, { 'Who leads it': 'Philippa Standfast, Head of service' });
  await writeDay(page, 'To be done by', dayFromNow(14));
  await press(page, 'Put it in the programme', 'Choose at least one standard');
  await page
    .getByRole('group', { name: /2025|Youth/ })
    .first()
    .getByRole('checkbox')
    .first()
    .check();
  await press(page, 'Put it in the programme', 'No sample is drawn yet');
}

async function draw(page: Page): Promise<void> {
  await follow(page, 'Draw the sample');
  await write(page, {
    'Number of cases, if you say it': '1',
    'Cases in a hundred that two people read': '0',
    'Leave out children read in the last so many months': '0',
  });
  const readers = page.getByRole('group', { name: 'Readers' });
  for (const box of await readers.getByRole('checkbox').all()) await box.uncheck();
  await tick(page, 'Readers', 'Desmond Plumb, Quality auditor');
  await press(page, 'Count the cases', 'cases would be drawn');
  await press(page, 'Draw the sample', 'Desmond Plumb to read');
}

const nameIn = async (page: Page) =>
  (
    await page.getByRole('region', { name: 'This child' }).getByRole('link').first().innerText()
  ).trim();

async function read(page: Page): Promise<void> {
  await follow(page, /^(Does|Did) .*\?$/);
  for (;;) {
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    for (const group of await page.getByRole('group').all()) {
      const yes = group.getByRole('radio', { name: /^Yes/ });
      if ((await yes.count()) === 1) await yes.check();
    }
    await write(page, { 'Why?': `What the record shows about: ${heading}` });
    await page
      .getByRole('group', { name: 'Where in the record is it seen?' })
      .getByRole('checkbox')
      .first()
      .check();
    const next = page.getByRole('button', { name: 'Save and go to the next question' });
    if ((await next.count()) === 0) break;
    await go(next);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor({ state: 'detached' });
  }
  await press(page, 'Save', '3 of 3 questions judged');
  await follow(page, 'Write what is good and what to learn');
  await write(page, {
    'What is good in this work': 'The child’s words are there and change the plan',
    'What there is to learn': 'Ask the school before the analysis is written',
    'What is action 1?': 'Ask the school what helps there',
  });
  const owner = page.getByLabel('Who does action 1', { exact: true });
  await owner.selectOption({ index: 1 });
  await writeDay(page, 'By what day, action 1', dayFromNow(21));
  await press(page, 'Finish the reading', 'waits for the worker’s supervision');
}

async function results(page: Page, title: string): Promise<void> {
  await goTo(page, 'Audits');
  await follow(page, title);
  await follow(page, 'Results');
  await see(page, '100% (1 of 1)');
  await see(page, 'Ask the school before the analysis is written');
}

async function supervise(page: Page, child: string, title: string): Promise<void> {
  await goTo(page, 'Audits');
  await follow(page, 'Learning for supervision');
  const workers = await page.getByRole('main').getByRole('rowheader').getByRole('link').all();
  for (const name of await Promise.all(workers.map((link) => link.innerText()))) {
    await follow(page, name);
    if (await page.getByRole('main').getByText(title).first().isVisible()) break;
    await page.goBack();
  }
  const card = page.getByRole('article').filter({ hasText: title });
  await card.getByText('Ask the school what helps there').waitFor();
  await go(card.getByRole('button', { name: `Write up what you agreed about ${child}` }));
  await seeHeading(page, 'Supervision after an audit');
  await write(page, {
    'What did you talk through?': 'The worker read the learning aloud and thinks it is right',
    'What did you agree?': 'The school is asked in the first week from now on',
  });
  await press(page, 'Save the supervision', 'the supervision is on the child’s record');
  await go(page.getByRole('article').filter({ hasText: title }).getByRole('link', { name: child }));
  await openChild(page, child, 'Oversight');
  await see(page, `From the audit “${title}”`);
  await see(page, 'Ask the school what helps there');
}

checkSeenPages('audit', browser);

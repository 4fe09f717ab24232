import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
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
  tick,
  write,
  writeDay,
} from './steps/forms.ts';
import { makeRecord } from './steps/new-child.ts';

const site = demonstrationSite();
const browser = testBrowser();
const child = { forename: 'Barnaby', surname: 'Thistlewood', reference: '', panel: '' };
const name = childOf(child);
const visit = (person: string): Promise<Page> =>
  signIn(browser(), site().origin, person, { javaScript: false });
const written = { 'The child and their life': 'Good with his hands, and moved home four times.' };

/** Writes under every heading of the report that stands open. */
async function writeAll(page: Page): Promise<void> {
  const list = page.locator('section[aria-labelledby="headings"]');
  const headings = await list.getByRole('link').allInnerTexts();
  for (const heading of headings) {
    await follow(page, heading);
    if (heading === 'What is proposed') await tick(page, 'What is proposed?', 'Referral order');
    if (heading === 'Alternatives') await tick(page, 'What else was considered?', 'Fine');
    if (heading.startsWith('Seriousness'))
      await tick(page, 'How does the case stand to the custody threshold?', 'Not reached');
    const words = (written as Record<string, string>)[heading] ?? `What is known: ${heading}.`;
    await write(page, { 'Your words': words });
    await press(page, 'Save', 'Saved: what stands under this heading');
  }
}

it('a pre-sentence report: asked for in court, written, sent back, approved, given, and beside it what the court did', {
  timeout: 240_000,
}, async () => {
  const manager = await visit('Marguerite Oyelaran');
  await makeRecord(manager, child);
  await openChild(manager, name, 'Hearings');
  await follow(manager, 'Add a hearing');
  await write(manager, { 'Which court?': 'Eastmarsh Youth Court' });
  await writeDay(manager, 'On which day?', dayFromNow(0));
  await pick(manager, { 'What kind of hearing is it?': 'Plea' });
  await press(manager, 'Add the hearing', 'Nobody covers it');

  const officer = await visit('Odile Farthingale');
  await goTo(officer, 'Court list');
  const row = officer.getByRole('row').filter({ hasText: name });
  await go(row.getByRole('button', { name: /^I cover it/ }));
  await go(row.getByRole('link', { name }));
  await choose(officer, 'What became of the hearing?', 'It goes on another day');
  await choose(officer, 'Did the child come?', 'Came');
  await pick(officer, { 'Was a report asked for?': 'Pre-sentence report' });
  await writeDay(officer, 'If it goes on: on which day?', dayFromNow(0));
  await pick(officer, { 'For what kind of hearing?': 'Sentence' });
  await press(officer, 'Save what happened', 'Saved: what happened at the hearing');

  await openChild(officer, name, 'Court reports');
  await see(officer, 'Nobody writes it yet');
  await follow(officer, 'Open the report');
  await press(officer, 'Send it to a manager', 'Write something under');
  await writeAll(officer);
  await press(officer, 'Send it to a manager', 'Waits for a manager');
  expect(await officer.getByRole('link', { name: 'Approve it or send it back' }).count()).toBe(0);

  await openChild(manager, name, 'Court reports');
  await follow(manager, 'Open the report');
  await follow(manager, 'Approve it or send it back');
  await choose(manager, 'Do you approve it?', 'No, send it back');
  await write(manager, { 'Your note': 'Say what the moves meant for him' });
  await press(manager, 'Save', 'Sent back with your note');

  await goTo(officer, 'Home');
  await see(officer, 'Say what the moves meant for him');
  await openChild(officer, name, 'Court reports');
  await follow(officer, 'Open the report');
  await follow(officer, 'The child and their life');
  await write(officer, {
    'Your words': 'Good with his hands. Four moves left him with nobody to ask.',
  });
  await press(officer, 'Save', 'Saved: what stands under this heading');
  await press(officer, 'Send it to a manager', 'Waits for a manager');

  await openChild(manager, name, 'Court reports');
  await follow(manager, 'Open the report');
  await follow(manager, 'Approve it or send it back');
  await see(manager, 'What changed since it was sent before');
  await tick(
    manager,
    'Which of these are true of it?',
    'It can be read by the child: plain words, no labels',
  );
  await choose(manager, 'Do you approve it?', 'Yes');
  await write(manager, { 'Your note': 'Clear and fair' });
  await press(manager, 'Save', 'Approved');

  await openChild(officer, name, 'Court reports');
  await follow(officer, 'Open the report');
  await follow(officer, 'To whom it is given');
  await choose(officer, 'To whom is it given?', 'The court');
  await write(officer, { 'How?': 'By hand, before the hearing' });
  await press(officer, 'It is given', 'By hand, before the hearing');

  await openChild(officer, name, 'Orders');
  await follow(officer, 'Record an order');
  await follow(officer, 'Referral order');
  await write(officer, {
    'Which court?': 'Eastmarsh Youth Court',
    'How many months?': '6',
  });
  await writeDay(officer, 'When was the child convicted?', dayFromNow(0));
  await press(officer, 'Record the order', 'Referral order');
  await openChild(officer, name, 'Hearings');
  await go(
    officer
      .getByRole('main')
      .getByRole('link', { name: 'Open it, or record what happened' })
      .first(),
  );
  await choose(officer, 'What became of the hearing?', 'It was held, and the matter ended there');
  await choose(officer, 'Did the child come?', 'Came');
  await press(officer, 'Save what happened', 'Saved: what happened at the hearing');

  await openChild(officer, name, 'Court reports');
  await follow(officer, 'Open the report');
  await see(officer, 'As proposed');
  await follow(officer, 'What the court thought of it');
  await choose(officer, 'Who said it?', 'The bench');
  await writeDay(officer, 'On which day?', dayFromNow(0));
  await choose(officer, 'How useful was the report to them?', 'Very useful');
  await tick(officer, 'What was it about?', 'Clear and easy to follow');
  await write(officer, { 'What did they say?': 'It told us who he is' });
  await press(officer, 'Save what was said', 'It told us who he is');

  await goTo(manager, 'Court reports');
  const told = manager.getByRole('row').filter({ hasText: name });
  expect(await told.innerText()).toContain('As proposed');
  expect(await told.innerText()).toContain('Clear and easy to follow');
  await manager.context().close();
  await officer.context().close();
});

checkSeenPages('court-report', browser);

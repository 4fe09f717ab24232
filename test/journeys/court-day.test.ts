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
  write,
  writeDay,
} from './steps/forms.ts';
import { makeRecord } from './steps/new-child.ts';

const site = demonstrationSite();
const browser = testBrowser();
const child = { forename: 'Rosalind', surname: 'Fairweather', reference: '', panel: '' };
const name = childOf(child);
// As in a corridor: an old laptop whose scripts do not run.
const visit = (person: string): Promise<Page> =>
  signIn(browser(), site().origin, person, { javaScript: false });

it('a youth court day: the charge and the hearing, the court’s list, cover, what happened in one page, and a result put right', {
  timeout: 240_000,
}, async () => {
  const manager = await visit('Marguerite Oyelaran');
  await makeRecord(manager, child);
  await openChild(manager, name, 'Charges');
  await follow(manager, 'Record another charge');
  await follow(manager, 'Go on without a code');
  await writeDay(manager, 'When was the child charged?', dayFromNow(-20));
  await choose(manager, 'Who charged them?', 'Police');
  await write(manager, { 'What is the charge?': 'Theft of a bicycle' });
  await press(manager, 'Record the charge', 'Saved: the charge');
  await openChild(manager, name, 'Hearings');
  await follow(manager, 'Add a hearing');
  await write(manager, {
    'Which court?': 'Eastmarsh Youth Court',
    'At what time, if it is known?': '9:30am',
  });
  await writeDay(manager, 'On which day?', dayFromNow(0));
  await pick(manager, { 'What kind of hearing is it?': 'First hearing' });
  await press(manager, 'Add the hearing', 'Nobody covers it');
  await manager.context().close();

  const officer = await visit('Odile Farthingale');
  await goTo(officer, 'Court list');
  await see(officer, '9:30am');
  const row = officer.getByRole('row').filter({ hasText: name });
  await go(row.getByRole('button', { name: /^I cover it/ }));
  await see(officer, 'you cover the hearing');
  expect(await row.innerText()).toContain('Odile Farthingale');
  await go(row.getByRole('link', { name }));
  await choose(officer, 'What became of the hearing?', 'It goes on another day');
  await choose(officer, 'Did the child come?', 'Came');
  await choose(officer, 'Did a parent or carer come?', 'By video link');
  await pick(officer, {
    'Result: Theft of a bicycle': 'Not in the list: in the court’s words',
    'Bail or remand until the next day': 'Conditional bail',
  });
  await write(officer, { 'Its conditions, if there are any': 'Not to go to the station' });
  // What was forgotten is asked for, and nothing that was typed is lost.
  await press(officer, 'Save what happened', 'Enter the court’s words');
  await write(officer, {
    'In the court’s words, where the code does not say all': 'Reports ordered',
  });
  await writeDay(officer, 'If it goes on: on which day?', dayFromNow(21));
  await pick(officer, { 'For what kind of hearing?': 'Sentence' });
  await press(officer, 'Save what happened', 'In the court’s words: Reports ordered');
  await see(officer, 'Conditional bail: Not to go to the station');
  await follow(officer, /^Correct this result/);
  await pick(officer, { 'Which result?': 'wdrn Withdrawn' });
  await write(officer, { 'Why is it corrected?': 'The register says that it was withdrawn' });
  await press(officer, 'Save the correction', 'The charge still stands here');
  await see(officer, 'The register says that it was withdrawn');
  await follow(officer, 'Record it on the charge');
  await press(officer, 'Save', 'Withdrawn in court');
  await openChild(officer, name, 'Hearings');
  await see(officer, 'Sentence');
  await goTo(officer, 'Court list');
  expect(await row.innerText()).toContain('Adjourned');
  await follow(officer, 'Day after');
  await see(officer, 'Day before');
  await officer.context().close();
});

checkSeenPages('court-day', browser);

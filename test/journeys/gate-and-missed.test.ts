import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
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
import { putForward, setUpPanel } from './steps/panel.ts';
import { allocate, triage } from './steps/take-on.ts';

const site = demonstrationSite();
const browser = testBrowser();
const child = {
  forename: 'Isolde',
  surname: 'Marchbank',
  reference: '07ZZ/8001/26',
  panel: 'Friday panel',
};
const name = childOf(child);
const visit = (person: string, javaScript = true): Promise<Page> =>
  signIn(browser(), site().origin, person, { javaScript });

beforeAll(async () => {
  const manager = await visit('Marguerite Oyelaran');
  await makeRecord(manager, child);
  await openChild(manager, name, 'Referrals');
  await follow(manager, 'Log a referral');
  await pick(manager, {
    'How did it come?': 'Police custody or arrest',
    'Which agency refers?': 'Police',
  });
  await write(manager, {
    'Their reference': child.reference,
    'Who referred': 'PC 9010',
    'Offences, if any': 'Criminal damage',
  });
  await writeDay(manager, 'Date referred', dayFromNow(-6));
  await press(manager, 'Log the referral', 'Waits for triage');
  // Whether it could be decided beside others is said before anything is.
  const referral = new URL(manager.url()).pathname.split('/').at(-1) ?? '';
  await manager.goto(site().origin + urls.referrals.together);
  await manager.goto(site().origin + urls.referrals.decideTogether(referral));
  await triage(manager, child);
  await allocate(manager, child);
  await setUpPanel(manager, child);
  await manager.context().close();
}, 240_000);

async function missOne(page: Page, day: number, place: string): Promise<void> {
  await openChild(page, name, 'Contacts');
  await follow(page, 'Record a contact');
  await pick(page, {
    'What kind of contact was it?': 'Planned meeting',
    'If the child did not come, why?': 'No reason given',
  });
  await write(page, { 'Where was it?': place, 'What time did it begin?': '4pm' });
  await writeDay(page, 'What day was it?', dayFromNow(day));
  await choose(page, 'Did it go ahead?', 'Missed, without a good reason');
  await choose(page, 'Did you see the child?', 'No');
  await press(page, 'Save the contact', place);
}

it('one missed contact is only recorded; a second in a row warns and asks what gets in the way', {
  timeout: 120_000,
}, async () => {
  const page = await visit('Ama Lovelock', false);
  const warning = 'has missed 2 contacts in a row';
  await missOne(page, -3, 'The youth club');
  expect(await page.getByText(warning).count()).toBe(0);
  await missOne(page, -2, 'The pier');
  await see(page, warning);
  await page.context().close();
});

/** The number on the manager's own page. */
async function exceptionsToReview(page: Page): Promise<number> {
  await goTo(page, 'Home');
  const line = page.getByRole('listitem').filter({ hasText: 'exceptions to review' });
  return Number.parseInt(await line.innerText(), 10);
}

it('the gate holds a panel paper back until each missing step has its exception, which the manager finds counted', {
  timeout: 180_000,
}, async () => {
  const ama = await visit('Ama Lovelock');
  await putForward(ama, child);
  await follow(ama, 'Score the gravity');
  await choose(ama, 'Score of the most serious offence', '2');
  await press(ama, 'Save the score', 'steps missing');
  await follow(ama, 'Prepare the paper');
  await see(ama, 'The paper cannot be made yet. Still missing: assessment signed; child met');
  expect(await ama.getByRole('button', { name: 'Make the paper' }).count()).toBe(0);
  await follow(ama, child.panel);
  await follow(ama, 'there is none to meet');
  await write(ama, {
    'Why is there no parent or carer to meet?': 'He lives alone at 17; both parents have died.',
  });
  await press(ama, 'Save', 'There is none to meet');
  const exceptions = ama.getByRole('link', { name: /^record an exception for/i });
  let left = await exceptions.count();
  expect(left).toBeGreaterThan(2);
  for (; left > 0; left -= 1) {
    await go(exceptions.first());
    await write(ama, {
      'Why is this step passed?': 'He is in hospital until the day; his aunt was rung.',
    });
    await go(ama.getByRole('button', { name: 'Record the exception' }));
    await expect.poll(() => exceptions.count(), { timeout: 15_000 }).toBe(left - 1);
  }
  await follow(ama, 'Prepare the paper');
  await write(ama, { 'Summary for the panel': 'Heard by telephone only.' });
  await press(ama, 'Make the paper', 'Steps passed by an exception');
  await ama.context().close();
  const manager = await visit('Marguerite Oyelaran');
  const before = await exceptionsToReview(manager);
  await follow(manager, 'exceptions to review');
  await follow(manager, `Passed without: child met for ${name}`);
  await write(manager, { 'What you found': 'Spoke with the ward; a visit is booked.' });
  await press(manager, 'Save the review', 'Saved');
  expect(
    await manager.getByRole('link', { name: `Passed without: child met for ${name}` }).count(),
  ).toBe(0);
  expect(await exceptionsToReview(manager)).toBe(before - 1);
  await manager.context().close();
});

checkSeenPages('gate-and-missed', browser);

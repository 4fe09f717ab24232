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
  openChild,
  pick,
  press,
  see,
  seeHeading,
  write,
  writeDay,
} from './steps/forms.ts';
import { addWorker, makeRecord } from './steps/new-child.ts';

const site = demonstrationSite();
const browser = testBrowser();
const child = { forename: 'Odette', surname: 'Fernsby', reference: '', panel: '' };
const name = childOf(child);

const visit = (person: string, javaScript = true): Promise<Page> =>
  signIn(browser(), site().origin, person, { javaScript });

beforeAll(async () => {
  const manager = await visit('Marguerite Oyelaran');
  await makeRecord(manager, child);
  await addWorker(manager, child, 'Ama Lovelock', 'Be the allocated worker');
  await addWorker(
    manager,
    child,
    'Ben Thackery',
    'Work with the child beside the allocated worker',
  );
  await manager.context().close();
  const worker = await visit('Ama Lovelock');
  await openChild(worker, name, 'Assessments');
  await follow(worker, 'Start an assessment');
  await press(worker, 'Start', 'What you know and think');
  await worker.context().close();
}, 240_000);

async function openPart(page: Page, part: string): Promise<void> {
  await openChild(page, name, 'Assessments');
  await follow(page, 'First assessment');
  await follow(page, part);
  await seeHeading(page, part);
}

async function readWhole(page: Page): Promise<string> {
  await openChild(page, name, 'Assessments');
  await follow(page, 'First assessment');
  await follow(page, 'Read or print the whole');
  await see(page, 'The child now');
  return page.getByRole('main').innerText();
}

const save = 'Save and go to all parts';

it.each([true, false])(
  'two people who answer one question see both answers and choose what is kept (JavaScript: %s)',
  { timeout: 120_000 },
  async (javaScript) => {
    const amasWords = `Owes twenty pounds, she says (${javaScript})`;
    const bensWords = `Her mother pays the debt off (${javaScript})`;
    const ama = await visit('Ama Lovelock', javaScript);
    const ben = await visit('Ben Thackery', javaScript);
    await openPart(ama, 'The child now');
    await openPart(ben, 'The child now');
    await write(ama, { Money: amasWords });
    await press(ama, save, 'What you know and think');
    await write(ben, { Money: bensWords });
    await go(ben.getByRole('button', { name: save }));
    await seeHeading(ben, 'You and Ama Lovelock changed the same thing');
    await see(ben, amasWords);
    await see(ben, bensWords);
    await choose(ben, 'What should be kept?', 'A text of both, as I edit it below');
    await write(ben, { 'Both, to be edited': `${amasWords}. ${bensWords}.` });
    await press(ben, 'Save what I chose', 'What you know and think');
    expect(await readWhole(ama)).toContain(`${amasWords}. ${bensWords}.`);
    await ama.context().close();
    await ben.context().close();
  },
);

it('two people who answer different questions of one page both find their words kept', {
  timeout: 120_000,
}, async () => {
  const ama = await visit('Ama Lovelock');
  const ben = await visit('Ben Thackery');
  await openPart(ama, 'Family and carers');
  await openPart(ben, 'Family and carers');
  await write(ama, { 'What the family gives': 'An aunt who cooks on Sundays' });
  await press(ama, save, 'What you know and think');
  await write(ben, { 'Safety of the family': 'Nobody at home is in danger' });
  await press(ben, save, 'What you know and think');
  const whole = await readWhole(ama);
  expect(whole).toContain('An aunt who cooks on Sundays');
  expect(whole).toContain('Nobody at home is in danger');
  await ama.context().close();
  await ben.context().close();
});

/** Types as a person does until the page says that it is kept, types on, and loses the browser. */
async function closeInMidSentence(page: Page, box: string, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: box, exact: true });
  await field.pressSequentially(words);
  await page
    .getByText(/^Kept at \d\d:\d\d, not saved yet$/)
    .first()
    .waitFor();
  await field.pressSequentially(' and th');
  await page.context().close();
}

it('a browser closed in mid-sentence of a contact note gives the words back', {
  timeout: 120_000,
}, async () => {
  const before = await visit('Ama Lovelock');
  await openChild(before, name, 'Contacts');
  await follow(before, 'Record a contact');
  await closeInMidSentence(before, 'What happened', 'She told me about the ferry');
  const after = await visit('Ama Lovelock');
  await openChild(after, name, 'Contacts');
  await follow(after, 'Record a contact');
  const field = after.getByRole('textbox', { name: 'What happened', exact: true });
  await expect.poll(() => field.inputValue()).toContain('She told me about the ferry');
  await after.context().close();
});

it('a browser closed in mid-sentence of an assessment gives the words back, and says that they are not saved', {
  timeout: 120_000,
}, async () => {
  const before = await visit('Ama Lovelock');
  await openPart(before, 'Strengths');
  const question = 'What is good and strong in this child’s life?';
  await closeInMidSentence(before, question, 'She rows on Saturdays');
  const after = await visit('Ama Lovelock');
  await openPart(after, 'Strengths');
  await see(after, 'and have not saved');
  const field = after.getByRole('textbox', { name: question, exact: true });
  await expect.poll(() => field.inputValue()).toContain('She rows on Saturdays');
  await press(after, save, 'What you know and think');
  expect(await readWhole(after)).toContain('She rows on Saturdays');
  await after.context().close();
});

/** What the page does by itself when nobody is there. */
async function lock(page: Page): Promise<void> {
  const { origin } = site();
  await page
    .context()
    .request.post(origin + urls.signIn.lock, { form: { next: '/' }, headers: { origin } });
}

it('everything typed into a contact is there after the lock, and going back makes no second one', {
  timeout: 120_000,
}, async () => {
  const page = await visit('Ama Lovelock');
  await openChild(page, name, 'Contacts');
  await follow(page, 'Record a contact');
  const discard = page.getByRole('button', { name: 'Discard what I typed' });
  if (await discard.count()) await go(discard);
  const words = {
    'Where was it?': 'The allotment',
    'What time did it begin?': '3:30pm',
    'What happened': 'She dug a whole bed and said why',
  };
  const fill = async () => {
    await pick(page, { 'What kind of contact was it?': 'Planned meeting' });
    await writeDay(page, 'What day was it?', dayFromNow(-1));
    await choose(page, 'Did it go ahead?', 'Attended');
    await choose(page, 'Did you see the child?', 'Yes, alone');
    await write(page, words);
  };
  await fill();
  await page.getByText(/^Kept at \d\d:\d\d, not saved yet$/).waitFor();
  await lock(page);
  await page.reload();
  await go(page.getByRole('button', { name: 'Continue as Ama Lovelock' }));
  await see(page, 'and have not saved');
  for (const [label, value] of Object.entries(words))
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value);
  expect(await page.getByLabel('Attended', { exact: true }).isChecked()).toBe(true);
  expect(await page.getByLabel('Yes, alone').first().isChecked()).toBe(true);
  const save = () => go(page.getByRole('button', { name: 'Save the contact', exact: true }));
  await save();
  await seeHeading(page, 'Contacts');
  await page.goBack();
  await fill();
  await save();
  await seeHeading(page, 'You saved this already');
  await openChild(page, name, 'Contacts');
  expect(await page.getByText(words['What happened']).count()).toBe(1);
  await page.context().close();
});

it.each([true, false])(
  'a form sent after the page locked is given back and can be sent on (JavaScript: %s)',
  { timeout: 120_000 },
  async (javaScript) => {
    const words = `The bus was late, so we met at the stop (${javaScript})`;
    const page = await visit('Ama Lovelock', javaScript);
    await openChild(page, name, 'Contacts');
    await follow(page, 'Record a contact');
    await pick(page, { 'What kind of contact was it?': 'Planned meeting' });
    await write(page, {
      'Where was it?': 'The bus stop',
      'What time did it begin?': '3:30pm',
      'What happened': words,
    });
    await writeDay(page, 'What day was it?', dayFromNow(-1));
    await choose(page, 'Did it go ahead?', 'Attended');
    await choose(page, 'Did you see the child?', 'Yes, alone');
    await lock(page);
    await go(page.getByRole('button', { name: 'Save the contact', exact: true }));
    await see(page, 'What you sent has been kept.');
    await go(page.getByRole('button', { name: 'Continue as Ama Lovelock' }));
    await seeHeading(page, 'What you typed was kept');
    await see(page, words);
    await press(page, 'Send it on', words);
    await seeHeading(page, 'Contacts');
    await page.context().close();
  },
);

checkSeenPages('nothing-lost', browser);

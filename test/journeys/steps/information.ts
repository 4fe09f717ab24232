import type { Page } from 'playwright-core';
import { childOf, type Facts } from './facts.ts';
import { choose, follow, goTo, openChild, press, see, write } from './forms.ts';

/** The worker: asks the partners usually asked, police, health, education and children's social care. */
export async function askPartners(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Information');
  await follow(page, 'Ask partners');
  for (const agency of ['Police', 'Health', 'Education'])
    await page.getByRole('checkbox', { name: agency, exact: true }).check();
  await page.getByRole('checkbox', { name: 'Children’s social care' }).check();
  await page.getByRole('checkbox', { name: 'Early help', exact: true }).check();
  await press(page, 'Continue to the questions', 'Your questions');
  await write(page, { Education: 'Is she in class all day? Who does she trust there?' });
  await press(page, 'Send the questions', 'Questions and answers');
}

async function answer(page: Page, facts: Facts, line: string): Promise<void> {
  await goTo(page, 'Questions to us');
  await follow(page, childOf(facts));
  if (!(await page.getByRole('group', { name: 'What can you tell the team?' }).isVisible()))
    await follow(page, 'Answer');
  await choose(page, 'What can you tell the team?', 'We can answer');
  await write(page, { 'What the team needs to know': line });
  await press(page, 'Send the answer', 'Questions to us');
}

export const answerAsPolice = (page: Page, facts: Facts) =>
  answer(page, facts, 'One earlier talk about a scooter, no further action.');
export const answerAsHealth = (page: Page, facts: Facts) =>
  answer(page, facts, 'Glue ear: sit on her left, write down times.');
export const answerAsEducation = (page: Page, facts: Facts) =>
  answer(page, facts, 'In class four days of five; trusts Mrs Pollard in the library.');
export const answerAsSocialCare = (page: Page, facts: Facts) =>
  answer(page, facts, 'Not open to us; a referral last year ended with no further action.');

export async function answerAsEarlyHelp(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Questions to us');
  await follow(page, childOf(facts));
  await choose(page, 'What can you tell the team?', 'We hold nothing about this child');
  await press(page, 'Send the answer', 'Questions to us');
}

/** The worker: says of each answer what was made of it. */
export async function weighAnswers(page: Page, facts: Facts): Promise<void> {
  for (const agency of ['Police', 'Health', 'Education', 'Children’s social care']) {
    await openChild(page, childOf(facts), 'Information');
    await follow(page, new RegExp(`^${agency} ?, asked`));
    await choose(page, 'Is it used in your assessment?', 'Used');
    await write(page, { 'Where and how, or why not': 'In what is strong, and in how we meet.' });
    await press(page, 'Save', 'Used');
  }
  await see(page, 'Used');
}

import type { Page } from 'playwright-core';
import { childOf, type Facts } from './facts.ts';
import {
  choose,
  dayFromNow,
  follow,
  go,
  goTo,
  openChild,
  pick,
  press,
  write,
  writeDay,
} from './forms.ts';

/** A manager: looks for the child first, then makes the record. */
export async function makeRecord(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Children');
  const main = page.getByRole('main');
  await main.getByLabel('Name, date of birth, number, telephone or postcode').fill(childOf(facts));
  await go(main.getByRole('button', { name: 'Find', exact: true }));
  await follow(page, /new record/);
  await write(page, { Forename: facts.forename, Surname: facts.surname });
  await choose(page, 'Is the date of birth known?', 'Yes, it is known');
  await writeDay(page, 'Date of birth', dayFromNow(-5400));
  await choose(page, 'Sex', 'Female');
  await pick(page, {
    'Ethnicity, as the child says it': 'Not asked',
    'First language': 'Not asked',
    'Who told us these things?': 'Police',
  });
  await go(page.getByRole('button', { name: 'Look for the same child, then make the record' }));
  await page.getByRole('region', { name: 'This child' }).getByText(childOf(facts)).waitFor();
}

/** A manager: says who works with the child. */
export async function addWorker(
  page: Page,
  facts: Facts,
  worker: string,
  work: string,
): Promise<void> {
  await openChild(page, childOf(facts), 'Details');
  await follow(page, /workers/i);
  const who = page.getByLabel('Who?');
  const names = await who.getByRole('option').allInnerTexts();
  await who.selectOption({ label: names.find((name) => name.startsWith(worker)) ?? worker });
  await choose(page, 'What will they do?', work);
  await write(page, { 'Why this person?': 'Knows the family' });
  await choose(page, 'Is there a conflict of interest?', 'Asked: none known');
  await press(page, 'Save the worker', worker);
}

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
  see,
  write,
  writeDay,
} from './forms.ts';

async function openVault(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Victims');
  await go(page.getByRole('link', { name: /^New/ }));
  await follow(page, new RegExp(`case of ${childOf(facts)}`));
}

/** The victim worker: who was harmed, reached; what they want; and the words they agree to share. */
export async function hearVictim(page: Page, facts: Facts): Promise<void> {
  await openVault(page, facts);
  await follow(page, 'Add their details');
  await write(page, { Name: 'Hester Quillfeather' });
  await choose(page, 'Are they under 18?', 'No');
  await writeDay(page, 'When did their details arrive?', dayFromNow(-3));
  await choose(page, 'Did they agree that police pass on their details?', 'Yes');
  await press(page, 'Save the details', 'Hester Quillfeather');
  await follow(page, 'Log a contact');
  await writeDay(page, 'When?', dayFromNow(-1));
  await pick(page, { 'How?': 'Phone call' });
  await choose(page, 'Did you reach them?', 'Yes');
  await write(page, {
    'What was said, or what you tried': 'She wants it not to happen to others.',
  });
  await press(page, 'Save the contact', 'She wants it not to happen to others.');
  await follow(page, 'Record what they want');
  await choose(page, 'How far have you come?', 'They told us what they want');
  await write(page, {
    'What they want, in their own words': 'A letter, and that she stays away on Saturdays.',
  });
  await choose(page, 'Do they need to be kept safe from the child, or from others?', 'No');
  await choose(page, 'Do they want to hear how the work goes?', 'Yes');
  await press(page, 'Save what they want', 'A letter');
  await follow(page, 'Share words they agreed to');
  await write(page, {
    'The words they agreed to share': 'They would like a letter that says sorry.',
  });
  await writeDay(page, 'On what day did they agree?', dayFromNow(0));
  await choose(page, 'May the worker tell the child these words?', 'Yes');
  await press(page, 'Share these words', 'They would like a letter that says sorry.');
}

/** The worker: reads as much as was agreed, and no name. */
export async function readWishes(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Victims');
  await follow(page, /^Victim/);
  await see(page, 'They would like a letter that says sorry.');
  if (await page.getByText('Hester Quillfeather').isVisible())
    throw new Error('The worker reads the name of the person harmed');
}

/** The victim worker, before the work ends: what the person harmed was given of their rights. */
export async function giveRights(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Victims');
  await go(page.getByRole('link', { name: /^All open/ }));
  await follow(page, new RegExp(`case of ${childOf(facts)}`));
  await follow(page, 'Record their rights');
  for (const right of [
    'Told of their rights',
    'Offered support',
    'Offered restorative justice',
    'Told the outcome',
  ])
    await writeDay(page, `${right}: on what day?`, dayFromNow(0));
  await press(page, 'Save their rights', 'Saved: their rights');
}

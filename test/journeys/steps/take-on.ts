import type { Page } from 'playwright-core';
import { childOf, type Facts } from './facts.ts';
import {
  choose,
  dayFromNow,
  follow,
  goTo,
  openChild,
  pick,
  press,
  see,
  tick,
  write,
  writeDay,
} from './forms.ts';

/** The manager: screens the referral and sends it on to a prevention or out-of-court pathway. */
export async function triage(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Referrals');
  await follow(page, childOf(facts));
  await follow(page, 'Triage this referral');
  await choose(page, 'Where does the child live?', 'In our area');
  await choose(page, 'Is there a safeguarding concern?', 'Considered, and no referral is needed');
  await choose(
    page,
    'Are there signs that somebody exploits the child?',
    'Signs seen: to be looked into',
  );
  await choose(page, 'How urgent is it?', 'Soon: within days');
  await choose(page, 'Way on', 'Accept the child');
  await pick(page, { 'Pathway, when accepted': 'Out of court: assess for the panel' });
  await write(page, {
    Why: 'A first theft, a shop worker was pushed. Her own account is not known yet.',
  });
  await press(page, 'Save the triage', 'The child waits for a worker.');
}

/** The manager: gives the child a worker after asking about conflicts, with a first direction. */
export async function allocate(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Referrals');
  await follow(page, /^\d+ \w+ \d{4}$/);
  await follow(page, 'Allocate to a worker');
  await choose(page, 'Who works with the child?', 'Ama Lovelock');
  await choose(page, 'Is there a conflict of interest?', 'Asked: none known');
  await write(page, {
    'First direction': 'See her alone this week. Ask health about hearing. Talk with me on Friday.',
  });
  await press(page, 'Allocate', 'Ama Lovelock');
}

const yesterday = () => dayFromNow(-1);

/** The worker: meets the child, alone, and hears her. */
export async function meetChild(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Contacts');
  await follow(page, 'Record a contact');
  await pick(page, { 'What kind of contact was it?': 'First meeting' });
  await write(page, { 'Where was it?': 'The library', 'What time did it begin?': '4pm' });
  await writeDay(page, 'What day was it?', yesterday());
  await choose(page, 'Did it go ahead?', 'Attended');
  await choose(page, 'Did you see the child?', 'Yes, alone');
  await write(page, {
    'What happened': 'We walked round the market. She showed me where it happened.',
    'What the child said, in their own words': 'I panicked when he held the door.',
  });
  await press(page, 'Save the contact', 'The library');
}

/** The worker: speaks with the parent on another occasion. */
export async function meetParent(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Contacts');
  await follow(page, 'Record a contact');
  await pick(page, { 'What kind of contact was it?': 'Meeting or call with parent or carer' });
  await write(page, { 'Where was it?': 'By telephone', 'What time did it begin?': '6:15pm' });
  await writeDay(page, 'What day was it?', yesterday());
  await choose(page, 'Did it go ahead?', 'Attended');
  await choose(page, 'Did you see the child?', 'No');
  await tick(page, 'Parent or carer', 'I spoke with a parent or carer');
  await write(page, { 'What happened': 'Her mother is worried about the older friends.' });
  await press(page, 'Save the contact', 'By telephone');
  await see(page, 'Parent or carer spoken with');
}

/** The worker: an ordinary meeting, once the plan is agreed, in under a minute's typing. */
export async function meetAgain(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Contacts');
  await follow(page, 'Record a contact');
  await pick(page, { 'What kind of contact was it?': 'Planned meeting' });
  await write(page, { 'Where was it?': 'Her bench', 'What time did it begin?': '3:30pm' });
  await writeDay(page, 'What day was it?', yesterday());
  await choose(page, 'Did it go ahead?', 'Attended');
  await choose(page, 'Did you see the child?', 'Yes, alone');
  await write(page, { 'What happened': 'We began the letter. She read her first line aloud.' });
  await press(page, 'Save the contact', 'She read her first line aloud.');
}

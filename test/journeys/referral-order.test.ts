import type { Page } from 'playwright-core';
import { beforeAll, it } from 'vitest';
import { formatDay } from '../../src/domain/calendar/day.ts';
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
import { addWorker, makeRecord } from './steps/new-child.ts';
import { hearVictim } from './steps/victim.ts';

const site = demonstrationSite();
const browser = testBrowser();
const child = { forename: 'Rafferty', surname: 'Mossgrove', reference: '', panel: '' };
const name = childOf(child);
const today = dayFromNow(0);
const visit = (person: string): Promise<Page> => signIn(browser(), site().origin, person);

beforeAll(async () => {
  const manager = await visit('Marguerite Oyelaran');
  await makeRecord(manager, child);
  await addWorker(manager, child, 'Ama Lovelock', 'Be the allocated worker');
  await manager.context().close();
}, 240_000);

/** The manager: a panel late today, with a worker and one member from the community who has an account. */
async function setUp(page: Page, called: string): Promise<void> {
  await goTo(page, 'Panels');
  await follow(page, 'Set up a referral order panel');
  await write(page, {
    'What the panel is called': called,
    'Time it starts': '23:59',
    'Where it meets': 'Mill Lane community centre',
  });
  await writeDay(page, 'Day of the panel', today);
  await writeDay(page, 'First day for reading', dayFromNow(-1));
  await writeDay(page, 'Last day for reading', today);
  await pick(page, {
    'Youth justice service': 'Ama Lovelock, Case manager',
    'Panel member who is not of the service': 'Zeb Fairbrother, Panel member, community',
  });
  await press(page, 'Set up the panel', called);
}

/** The manager: a second member, who has no account, and that all three came. */
async function everybodyCame(page: Page, called: string): Promise<void> {
  await goTo(page, 'Panels');
  await go(page.getByRole('row').filter({ hasText: called }).getByRole('link'));
  await follow(page, 'Mark attendance or add people');
  await write(page, { 'Guest’s name, if not listed': 'Winnie Marlowe' });
  await pick(page, { 'Speaks for': 'The community' });
  await press(page, 'Add to the panel', 'Winnie Marlowe is on the panel');
  for (const person of ['Ama Lovelock', 'Zeb Fairbrother', 'Winnie Marlowe'])
    await page.getByLabel(`Attendance of ${person}`).selectOption({ label: 'Came' });
  await press(page, 'Save attendance', 'May decide');
}

async function putOn(page: Page, called: string, meeting: string): Promise<void> {
  await openChild(page, name, 'Orders');
  await follow(page, 'Open the order');
  await follow(page, 'Panel and contract');
  await choose(page, 'What does the panel meet for?', meeting);
  await pick(page, { Panel: `${called}, ${formatDay(today)} at 11:59pm` });
  await press(page, 'Put on this panel', 'Prepare the paper');
}

it('a referral order goes from sentence to its last panel, and its contract counts from the day of signing', {
  timeout: 300_000,
}, async () => {
  const manager = await visit('Marguerite Oyelaran');
  await setUp(manager, 'First evening');
  const ama = await visit('Ama Lovelock');
  await openChild(ama, name, 'Orders');
  await follow(ama, 'Record an order');
  await follow(ama, 'Referral order');
  await write(ama, { 'Which court?': 'Eastmarsh Youth Court', 'How many months?': '6' });
  await go(ama.getByRole('button', { name: 'Record the order', exact: true }));
  await openChild(ama, name, 'Victims');
  await ama.getByText('Add a victim', { exact: true }).click();
  await pick(ama, { 'What were they harmed by?': 'Not known yet' });
  await press(ama, 'Add this victim', 'Victim A');
  const ursula = await visit('Ursula Peaceful');
  await hearVictim(ursula, child);
  await ursula.context().close();
  await putOn(ama, 'First evening', 'First meeting');
  await follow(ama, 'Prepare the paper');
  await write(ama, {
    'What happened, and what the panel should weigh': 'A window of the library was broken.',
    'What the child wants the panel to know (optional)': 'I would like to put it right.',
  });
  await press(ama, 'Make the paper', 'members may read it');

  await follow(ama, 'First meeting');
  await follow(ama, 'Who is asked');
  await choose(ama, 'Who is asked?', 'A person harmed');
  await pick(ama, { 'Which person harmed?': 'Victim A' });
  await writeDay(ama, 'When were they told?', today);
  await write(ama, { 'How were they told?': 'By the victim worker' });
  await press(ama, 'Save that they are asked', 'A person harmed: Victim A');
  await follow(ama, 'First meeting');
  await follow(ama, 'Read the paper');

  const zeb = await visit('Zeb Fairbrother');
  await goTo(zeb, 'Panels');
  await go(zeb.getByRole('row').filter({ hasText: 'First evening' }).getByRole('link'));
  await follow(zeb, new RegExp(name));
  await see(zeb, 'I would like to put it right.');
  await see(zeb, 'They would like a letter that says sorry.');
  await zeb.context().close();

  await follow(ama, 'First meeting');
  await follow(ama, 'Record what the panel came to');
  await see(ama, 'Nothing can be recorded of this meeting yet');
  await everybodyCame(manager, 'First evening');
  await ama.reload();
  await choose(ama, 'What did the panel come to?', 'A contract is agreed');
  await write(ama, { 'What was said, and why': 'Written together, line by line.' });
  await press(ama, 'Record it', 'Nothing is written down yet');
  await follow(ama, 'Add what was agreed');
  await write(ama, { 'What will the child do?': 'Help the library on four Saturdays' });
  await writeDay(ama, 'By when?', dayFromNow(40));
  await choose(ama, 'Does it make good what was done (reparation)?', 'Yes');
  await press(ama, 'Add it', 'Help the library on four Saturdays');
  await writeDay(ama, 'On which day had the child and the panel both signed?', today);
  await write(ama, {
    'Which parent or carer signed, or why did none?': 'An aunt, who has care',
    'Who signed for the panel?': 'Winnie Marlowe',
  });
  await press(ama, 'Record that it is signed', 'the contract is signed');
  await openChild(ama, name, 'Orders');
  await see(ama, `6 months from ${formatDay(today)}`);

  await setUp(manager, 'Last evening');
  await putOn(ama, 'Last evening', 'Final meeting');
  await everybodyCame(manager, 'Last evening');
  await follow(ama, 'Record what the panel came to');
  await choose(ama, 'What did the panel come to?', 'Completed: the contract was kept');
  await write(ama, { 'What was said, and why': 'Every Saturday was kept.' });
  await press(ama, 'Record it', 'Every Saturday was kept.');
  await openChild(ama, name, 'Orders');
  await see(ama, 'Completed');
  await ama.context().close();
  await manager.context().close();
});

checkSeenPages('referral-order', browser);

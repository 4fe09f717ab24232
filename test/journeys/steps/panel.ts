import type { Page } from 'playwright-core';
import { addDays, formatDay } from '../../../src/domain/calendar/day.ts';
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
  seeHeading,
  tick,
  write,
  writeDay,
} from './forms.ts';

const today = () => dayFromNow(0);
// The panel meets late today: nobody can be marked as there before its day, and it is still to come when a paper is made.
const dayOfPanel = dayFromNow(0);

/** The manager: sets up a panel for late today, members reading since yesterday, everyone who must be there asked. */
export async function setUpPanel(page: Page, { panel }: Facts): Promise<void> {
  await goTo(page, 'Panels');
  await follow(page, 'Set up a panel');
  await write(page, {
    'What the panel is called': panel,
    'Time it starts': '23:59',
    'Where it meets': 'By video',
  });
  await writeDay(page, 'Day of the panel', dayOfPanel);
  await writeDay(page, 'First day for reading', addDays(dayOfPanel, -1));
  await writeDay(page, 'Last day for reading', dayOfPanel);
  await pick(page, {
    'Youth justice service': 'Marguerite Oyelaran, Practice manager',
    Police: 'Quentin Larkin, Seconded police officer',
    Health: 'Xanthe Goodenough, Panel member, children’s health',
    Education: 'Tegan Bamford-Ali, Education worker',
    'Social care': 'Viv Tolliver, Social worker, children’s services',
  });
  await press(page, 'Set up the panel', panel);
}

async function openPanel(page: Page, { panel }: Facts): Promise<void> {
  await goTo(page, 'Panels');
  await go(page.getByRole('row').filter({ hasText: panel }).getByRole('link'));
}

/** The worker: puts the referral on its list. */
export async function putForward(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Panel and outcomes');
  await pick(page, { Panel: `${facts.panel}, ${formatDay(dayOfPanel)} at 11:59pm` });
  await press(page, 'Put on this panel', 'What is alleged');
}

/** The worker: gravity, the gate, and the paper that members will read. */
export async function preparePaper(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Panel and outcomes');
  await follow(page, new RegExp(`^${facts.panel}`));
  await follow(page, 'Score the gravity');
  await page
    .getByRole('group', { name: 'Score of the most serious offence' })
    .getByRole('radio', { name: '4', exact: true })
    .check();
  await press(page, 'Save the score', 'Gravity 4');
  await see(page, 'Everything is in place');
  await follow(page, 'Prepare the paper');
  await write(page, {
    'Summary for the panel': 'A first theft with a push, from a child in grief and in debt.',
  });
  await press(page, 'Make the paper', 'In the child’s words');
}

/** A member from another agency: reads the paper on the panel's own list, within its days. */
export async function readPaper(page: Page, facts: Facts): Promise<void> {
  await openPanel(page, facts);
  await follow(page, new RegExp(`^${childOf(facts)}`));
  await see(page, 'A first theft with a push');
  await see(page, 'I panicked when she held the door. I want to say sorry.');
}

/** The manager: who came, and the decision with what each agency thought. */
export async function decide(page: Page, facts: Facts): Promise<void> {
  await openPanel(page, facts);
  await follow(page, 'Mark attendance or add people');
  for (const name of [
    'Marguerite Oyelaran',
    'Quentin Larkin',
    'Xanthe Goodenough',
    'Tegan Bamford-Ali',
    'Viv Tolliver',
  ])
    await pick(page, { [`Attendance of ${name}`]: 'Came' });
  await press(page, 'Save attendance', 'May decide');
  await follow(page, new RegExp(`^${childOf(facts)}`));
  await follow(page, 'Record the decision');
  await choose(page, 'How does the child answer the allegation now?', 'Admits it');
  await tick(page, 'Options that were considered', 'Community resolution');
  await tick(page, 'Options that were considered', 'Youth conditional caution');
  for (const [agency, by, words] of [
    ['Police', 'Quentin Larkin', 'Admitted, a push, conditions can mend it.'],
    ['Youth justice service', 'Marguerite Oyelaran', 'She is ready to put it right.'],
  ] as const) {
    const group = page.getByRole('group', { name: agency, exact: true });
    await group.getByLabel('Their position, in their words').fill(words);
    await group.getByLabel('Who spoke for them').fill(by);
    await group
      .getByLabel('The outcome they wanted')
      .selectOption({ label: 'Youth conditional caution' });
  }
  await write(page, {
    'Information relied on': 'The assessment, four partners, the wishes of the person harmed.',
    'Identity and fairness':
      'Followed round shops for years; the same would be offered to any child.',
    'Why this outcome?': 'She admits it, somebody was pushed, and the conditions help her.',
  });
  await choose(page, 'Outcome', 'Youth conditional caution');
  await writeDay(page, 'When will the decision be looked at again?', dayFromNow(60));
  await press(page, 'Record the decision', 'Waiting for the police lead to confirm');
}

/** Police: find on their own page that it waits for them, and confirm it. */
export async function confirm(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Home');
  await follow(page, `Confirm the panel’s decision for ${childOf(facts)}`);
  await press(page, 'Confirm the decision', 'Confirmed by police');
}

/** All that the caution asks. */
export const condition = 'A letter that says sorry, and four meetings by the end of next month.';

/** The worker: the caution was given, with conditions and a last day. */
export async function giveOutcome(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Panel and outcomes');
  await follow(page, /Youth conditional caution/);
  await seeHeading(page, 'Youth conditional caution');
  await writeDay(page, 'Day it was given', today());
  await write(page, {
    'Who gave it': 'Sergeant 412 Abernathy',
    'Appropriate adult': 'Her mother',
    'Conditions, or the plan that must be kept': condition,
  });
  await writeDay(page, 'Day by which it must be finished', dayFromNow(40));
  await press(page, 'Save', 'Sergeant 412 Abernathy');
}

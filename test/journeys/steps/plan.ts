import type { Page } from 'playwright-core';
import { childOf, type Facts } from './facts.ts';
import {
  choose,
  dayFromNow,
  follow,
  openChild,
  pick,
  press,
  see,
  write,
  writeDay,
} from './forms.ts';

import { condition } from './panel.ts';

const goal = 'I want to say sorry and mean it';

/** The worker: begins the plan with its way out; the safety lines of the assessment come with it. */
export async function startPlan(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Plan');
  await follow(page, 'Start the plan');
  await write(page, {
    'Who or what carries on when this work ends': 'Mrs Pollard in the library, on Thursdays',
    'Who will make it happen': 'Ama',
  });
  await press(page, 'Start the plan', 'Draft, not agreed yet');
  await see(page, 'Older friends ask for favours');
  await see(page, 'does not come home by ten');
}

/** The worker: a goal in her words, a step, and a line for the person harmed, until nothing is missing. */
export async function writePlan(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Plan');
  await follow(page, 'Add a goal');
  await write(page, { 'The goal': goal });
  await press(page, 'Add to the plan', goal);
  await follow(page, new RegExp(`^Add a step ?towards ${goal}`));
  await write(page, {
    'What will be done': 'Write the letter together',
    'Who will do it': facts.forename,
  });
  await pick(page, { 'Which condition of the outcome it answers (optional)': condition });
  await writeDay(page, 'By when', dayFromNow(14));
  await press(page, 'Add to the plan', 'Write the letter together');
  await follow(page, 'Add a line for someone harmed');
  await pick(page, { 'Who it keeps safe': 'Victim A' });
  await write(page, {
    'What keeps them safe': 'No sessions on that street at weekends',
    'Who sees to it': 'Ama',
  });
  await writeDay(page, 'When it is looked at again', dayFromNow(30));
  await press(page, 'Add to the plan', 'Added: a line for someone harmed');
}

/** The worker: agrees it with the child and her mother, and looks at the page she takes home. */
export async function agreePlan(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Plan');
  await follow(page, 'Agree the plan');
  await choose(page, `Does ${facts.forename} agree with the plan?`, 'Yes');
  await choose(page, 'Does a parent or carer agree with it?', 'Yes');
  await press(page, 'Agree the plan', 'Agreed on');
  await follow(page, `${facts.forename}’s own page, to print`);
  await see(page, goal);
}

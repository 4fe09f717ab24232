import type { Page } from 'playwright-core';
import { childOf, type Facts } from './facts.ts';
import { choose, dayFromNow, follow, openChild, pick, press, see, seeHeading, write, writeDay } from './forms.ts';

/** The worker: begins the plan with its way out, and writes it until nothing is missing. */
export async function writePlan(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Plan');
  await follow(page, 'Start the plan');
  await write(page, {
    'Who or what carries on when this work ends': 'Mrs Pollard in the library, on Thursdays',
    'Who will make it happen': 'Ama',
  });
  await press(page, 'Start the plan', 'Draft, not agreed yet');
  await follow(page, 'Add a goal');
  await write(page, { 'The goal': 'I want to say sorry and mean it' });
  await press(page, 'Add to the plan', 'I want to say sorry and mean it');
}

/** The worker: agrees it with the child and her mother. */
export async function agreePlan(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Plan');
  await follow(page, 'Agree the plan');
  await choose(page, `Does ${facts.forename} agree with the plan?`, 'Yes');
  await choose(page, 'Does a parent or carer agree with it?', 'Yes');
  await press(page, 'Agree the plan', 'Agreed');
  await follow(page, new RegExp(`own page`));
  await see(page, 'I want to say sorry and mean it');
}

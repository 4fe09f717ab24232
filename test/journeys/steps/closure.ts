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

/** The worker: the caution was kept, and what shows it. */
export async function completeOutcome(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Panel and outcomes');
  await follow(page, /Youth conditional caution/);
  await follow(page, /^Say whether it was kept/);
  await choose(page, 'How does it stand?', 'Not kept');
  await writeDay(page, 'Since when', dayFromNow(0));
  await write(page, { 'What shows it': 'The letter was not finished' });
  await press(page, 'Save how it stands', 'Saved: how the condition stands');
  await follow(page, 'Record how it ended');
  await choose(page, 'How did it end?', 'Not kept');
  await writeDay(page, 'Day it ended', dayFromNow(0));
  await write(page, {
    'What shows it': 'Four meetings kept; the letter was not finished, she could not find words.',
  });
  await press(page, 'Save', 'Notice to police');
}

/** The worker: writes the notice to police, with the proof that it was sent. */
export async function tellPolice(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Panel and outcomes');
  await follow(page, 'Police must be told, with proof');
  await write(page, {
    'What was and was not done':
      'Four meetings kept, the letter not finished. She asks for two weeks more.',
    'Sent to': 'PC 9001',
    How: 'Secure e-mail',
    'Proof of sending': 'Receipt 5512 of the shared mailbox',
  });
  await writeDay(page, 'Day it was sent', dayFromNow(0));
  await press(page, 'Save the notice', 'Receipt 5512 of the shared mailbox');
}

/** The worker: whoever carries on has said yes. */
export async function acceptExit(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Plan');
  await follow(page, /^Change or mark ?: Mrs Pollard in the library/);
  await choose(page, 'What they said to the offer', 'Accepted');
  await press(page, 'Save how it is going', 'Accepted');
}

// The record has grown since, so its comment is asked again.
async function mendAntecedents(page: Page): Promise<void> {
  await follow(page, 'Behaviour and what came before');
  await write(page, { 'Your comment: what it means': 'Nothing new since the panel.' });
  await press(page, 'Save and go to all parts', 'Nothing is missing.');
}

/** The worker: a last assessment, which begins with all that was signed. */
export async function assessAtTheEnd(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Assessments');
  await follow(page, 'Start another assessment');
  await choose(page, 'What kind of assessment is it?', 'Final assessment');
  await press(page, 'Start', '1 thing is still missing.');
  await mendAntecedents(page);
  await follow(page, 'Check and sign');
  await press(page, 'Sign and send to a manager', 'Waits for a manager');
}

/** The worker: what helped, who carries on, what she and her mother thought; what is missing is passed with a reason. */
export async function close(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Changes and reviews');
  await follow(page, /involvements/i);
  await follow(page, /^Close this work/);
  await follow(page, /^Pass it with a reason ?: Gaps/);
  await write(page, {
    'Why it cannot be done': 'Asked at three meetings; the family would rather not say.',
  });
  await press(page, 'Pass it with this reason', 'Passed with a reason');
  await write(page, {
    'What helped and what did not': 'Walking and talking helped; rooms did not.',
    'Who accepted it': 'Mrs Pollard, school library',
    [`What ${facts.forename} thought of the work`]: 'You listened.',
    'What parents or carers thought of the work': 'She talks to us again.',
  });
  await choose(page, 'Hand-over to who carries on', 'Accepted');
  await writeDay(page, 'When it was handed over', dayFromNow(0));
  await choose(page, 'Were victims told what they asked to know?', 'Yes');
  await pick(page, {
    'Why the work ended': 'Plan or conditions not kept',
    'If the child or family stopped taking part, what kept them from it': 'Does not see the point',
  });
  await writeDay(page, 'The day the work ended', dayFromNow(0));
  await press(page, 'Send to the manager', 'Waits for a manager');
}

/** The manager: approves the closing. */
export async function approveClosing(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Home');
  await follow(page, 'waiting for approval');
  await go(
    page
      .getByRole('row')
      .filter({ hasText: childOf(facts) })
      .getByRole('link')
      .first(),
  );
  await choose(page, 'Do you approve it?', 'Yes, the work ends');
  await write(page, {
    'Your note': 'Read the notice and the hand-over. Meet outside sooner next time.',
  });
  await press(page, 'Save', `Approved: the work with ${childOf(facts)} has ended`);
}

/** The head of service, afterwards: the record says that the plan has ended and why somebody looked. */
export async function readAfterwards(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts));
  await see(page, 'Nobody works with the child now.');
  await see(page, 'Ended: it was agreed');
  await openChild(page, childOf(facts), 'Chronology');
  await see(page, 'Sofa-surfing');
}

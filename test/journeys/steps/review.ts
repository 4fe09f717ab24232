import type { Page } from 'playwright-core';
import { childOf, type Facts } from './facts.ts';
import {
  choose,
  dayFromNow,
  follow,
  go,
  goTo,
  openChild,
  press,
  see,
  write,
  writeDay,
} from './forms.ts';

const reason = 'She is back home since Tuesday, and the plan already says who rings whom.';

/** The worker: she slept on sofas; it is told, and a review with a day is open. */
export async function recordSofaSurfing(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Changes and reviews');
  await follow(page, 'Record a change');
  await choose(page, 'Choose the nearest', 'Sofa-surfing or nowhere settled');
  await press(page, 'Continue', 'Sofa-surfing or nowhere settled');
  await writeDay(page, 'When it happened', dayFromNow(-1));
  await writeDay(page, 'When we knew', dayFromNow(0));
  await write(page, {
    'What happened': 'Two nights at a friend’s after a row.',
    'Who told us': 'Her mother, by telephone',
  });
  await press(page, 'Record it and open the review', 'Review');
}

/** The worker: holds it; nothing is changed and the page asks why not. */
export async function reviewChangesNothing(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Changes and reviews');
  await follow(page, /Sofa-surfing/);
  await write(page, {
    'What the review found': 'A row about the coat; she rang her mother herself.',
  });
  await choose(page, 'What the review changes', 'Nothing');
  await press(page, 'Save the review', 'There is a problem');
  await write(page, { 'Why nothing needs to change': reason });
  await press(page, 'Save the review', reason);
}

/** The manager: finds it among the reviews that changed nothing, and agrees. */
export async function checkReview(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Unchanged reviews');
  await go(
    page
      .getByRole('row')
      .filter({ hasText: childOf(facts) })
      .getByRole('link')
      .first(),
  );
  if (await page.getByRole('button', { name: 'Check this review' }).isVisible())
    await follow(page, 'Check this review');
  await see(page, reason);
  await choose(page, 'Do you agree with it?', 'Yes');
  await write(page, { 'Your note': 'Read the contact and the plan; agree.' });
  await press(page, 'Save the check', 'Read the contact and the plan; agree.');
}

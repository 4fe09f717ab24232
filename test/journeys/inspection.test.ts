import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { formatDay } from '../../src/domain/calendar/day.ts';
import { signIn, testBrowser } from '../support/browser.ts';
import { demonstrationSite } from '../support/site.ts';
import { judgeCase, planReading } from './steps/case-reading.ts';
import {
  choose,
  dayFromNow,
  follow,
  go,
  goTo,
  pick,
  press,
  see,
  tick,
  write,
  writeDay,
} from './steps/forms.ts';

const site = demonstrationSite();
const browser = testBrowser();

it('a mock inspection goes from its sample to a report that the board reads, all of it without JavaScript', {
  timeout: 400_000,
}, async () => {
  const visit = (person: string) => signIn(browser(), site().origin, person, { javaScript: false });
  const title = 'Trial inspection two';
  const head = await visit('Philippa Standfast');
  await start(head, title);
  await follow(head, 'Cases');
  await follow(head, 'Plan the reading of cases (2.1, 2.2, 2.3)');
  const cases = await planReading(head, 'Desmond Plumb, Quality auditor');
  const auditor = await visit('Desmond Plumb');
  for (let read = 0; read < cases; read += 1) {
    await goTo(auditor, 'Audits');
    const mine = auditor.getByRole('main').getByRole('listitem');
    await go(
      mine
        .filter({ hasText: `Cases of ${title}` })
        .first()
        .getByRole('link'),
    );
    await judgeCase(auditor);
  }
  await open(head, title);
  await follow(head, 'Cases');
  await see(head, `100% (${cases} of ${cases})`);
  await follow(head, `Cases of ${title}`);
  await follow(head, 'Finish the audit');
  await write(head, { 'What was learnt': 'The child’s words are there and change the plan' });
  await press(head, 'Finish the audit', 'Saved: the audit is finished');
  await open(head, title);
  await findSomething(head);
  await rate(head);
  await recommend(head);
  await report(head);
  const board = await visit('Gwendolen Osei');
  await open(board, title);
  await see(board, 'Ask victims how it ended');
  await follow(board, 'Read the report');
  await see(board, 'This trial came to Good, 10 of 12.');
  for (const page of [head, auditor, board]) await page.context().close();
});

async function open(page: Page, title: string): Promise<void> {
  await goTo(page, 'Inspections');
  await follow(page, title);
}

async function start(page: Page, title: string): Promise<void> {
  await goTo(page, 'Inspections');
  await follow(page, 'Start an inspection');
  await write(page, { Name: title });
  await press(page, 'Start the inspection', 'Choose who leads it');
  await pick(page, { 'Who leads it?': 'Philippa Standfast, Head of service' });
  // Few cases rate a standard only when they are all that there are: so a window with few.
  await writeDay(page, 'Cases are read of work that began from', dayFromNow(-365));
  await writeDay(page, 'Cases are read of work that began until', dayFromNow(-325));
  await press(page, 'Start the inspection', 'Overall: not known yet');
}

async function findSomething(page: Page): Promise<void> {
  await follow(page, 'Standards');
  await follow(page, 'V1 Work with victims');
  await follow(page, 'Add a finding');
  await choose(page, 'What is it?', 'A gap');
  await write(page, {
    'What was found?': 'Few victims hear how it ended',
    'Which one?': 'Worklist of the year',
  });
  await choose(page, 'Where was it seen?', 'Data');
  await writeDay(page, 'When was it seen?', dayFromNow(0));
  await press(page, 'Save the finding', 'Few victims hear how it ended');
}

/** The panel writes down its meeting, judges in it what is judged, and moves one standard by its discretion. */
async function rate(page: Page): Promise<void> {
  const meeting = { 'Who says so?': `The panel, in its meeting of ${formatDay(dayFromNow(0))}` };
  await follow(page, 'Rate this standard');
  await follow(page, 'Record a meeting of the panel');
  await write(page, { 'Who attended?': 'Philippa Standfast, head of service' });
  await press(page, 'Save the meeting', 'Philippa Standfast, head of service');
  await follow(page, 'Rate V1 Work with victims');
  await choose(page, 'Rating', 'Good');
  await pick(page, meeting);
  await write(page, {
    'Why?': 'Contact is early; the end of the story is missing',
    'What members of the panel said': 'Head of service: Good',
  });
  await press(page, 'Save the rating', 'Overall: Outstanding');
  await follow(page, 'Rate 2.2 Planning');
  await choose(page, 'Rating', 'Good, moved by discretion');
  await pick(page, meeting);
  await write(page, {
    'Why?': 'One case is too few to stand alone',
    'What members of the panel said': 'Head of service: Good',
    'Who disagreed, and why': 'The auditor would have let it stand',
  });
  await press(page, 'Save the rating', 'moved by the panel');
  await see(page, 'Overall: Good');
}

async function recommend(page: Page): Promise<void> {
  await follow(page, 'Recommendations');
  await follow(page, 'Add a recommendation');
  await write(page, { 'What is recommended?': 'Ask victims how it ended' });
  await tick(page, 'Who is it addressed to?', 'Youth justice service');
  await press(page, 'Save the recommendation', 'Nobody has promised anything yet');
  await follow(page, 'Add an action');
  await write(page, { 'What will be done?': 'A call in the last week' });
  await pick(page, {
    'Who does it? Leave it for somebody else, named below': 'Nasir Hollyoak, Practice manager',
  });
  await writeDay(page, 'By when?', dayFromNow(60));
  await press(page, 'Save the action', 'A call in the last week');
  await follow(page, 'Back to the recommendations');
}

async function report(page: Page): Promise<void> {
  await follow(page, 'Report texts');
  await follow(page, 'Write the part: foreword');
  await write(page, { Foreword: 'This trial came to {overall}, {score} of {max}.' });
  await press(page, 'Save this part', 'This trial came to {overall}');
  await follow(page, 'Report');
  await see(page, 'This trial came to Good, 10 of 12.');
  await see(page, 'What leads to it: ');
  await see(page, 'Did the manager give a direction when the work began');
  await see(page, 'Few victims hear how it ended');
  await follow(page, 'Back to the inspection');
  await pick(page, { 'Where it is now': 'Published' });
  await press(page, 'Move it there', 'Moved to: Published');
}

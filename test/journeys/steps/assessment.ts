import type { Page } from 'playwright-core';
import { writtenAnswers } from './assessment-words.ts';
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
  write,
  writeDay,
} from './forms.ts';

/** The worker: begins the first assessment and writes every part of it. */
export async function writeAssessment(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Assessments');
  await follow(page, 'Start an assessment');
  await press(page, 'Start', 'What you know and think');
  await follow(page, 'The child now');
  for (const [part, answers] of Object.entries(writtenAnswers)) {
    await seeHeading(page, part);
    if (part === 'The child now')
      await choose(page, 'Is the child’s home settled and suitable?', 'Yes');
    if (part === 'Exploitation and safety, online and offline') await openSigns(page);
    await write(page, answers);
    await go(page.getByRole('button', { name: 'Save and continue', exact: true }));
  }
  await seeHeading(page, 'Three judgements');
}

/** A sign of exploitation asks at once what was seen. */
async function openSigns(page: Page): Promise<void> {
  await choose(page, 'Is there any sign that the child is being exploited?', 'Yes');
  await press(page, 'Save and continue', 'What has been seen, and what has been done');
}

type Judged = {
  readonly title: string;
  readonly present: readonly string[];
  readonly suggested: string;
  readonly level: string;
};

const judged: readonly Judged[] = [
  {
    title: 'Likelihood of further offending',
    present: [
      'An offence or arrest in the last six months',
      'Closest friends are often in trouble with police',
    ],
    suggested: 'medium',
    level: 'Medium',
  },
  {
    title: 'The child’s safety and wellbeing',
    present: [
      'A bereavement or the loss of a carer in the last year',
      'Signs of exploitation by adults or older children',
      'Hurt or threatened by somebody in the last six months',
      'Missing from home or care in the last three months',
    ],
    suggested: 'high',
    level: 'High',
  },
  { title: 'Risk to other people', present: ['Has hurt somebody'], suggested: 'low', level: 'Low' },
];

/** The worker: three judgements, each with its signs, its reasons and what it rests on. */
export async function judge(page: Page, facts: Facts): Promise<void> {
  await openAssessment(page, facts);
  for (const { title, present, suggested, level } of judged) {
    await openAssessment(page, facts);
    await follow(page, title);
    const signs = page.getByRole('table').filter({ hasText: 'Sign' }).first();
    const names = await signs.getByRole('rowheader').allInnerTexts();
    for (const name of names)
      await page
        .getByRole('radio', {
          name: `${name}: ${present.includes(name) ? 'Present' : 'Not present'}`,
          exact: true,
        })
        .check();
    await press(page, 'Save the signs and see the suggested level', `suggests ${suggested}`);
    await choose(page, 'Your judgement', level);
    await write(page, {
      'Your reasons': 'What she, her mother and school say fits together.',
      'The child: who or what, and when': 'Walk round the market',
    });
    await pick(page, { 'The child: use': 'Used' });
    await go(page.getByRole('button', { name: 'Save and continue', exact: true }));
  }
}

async function openAssessment(page: Page, facts: Facts): Promise<void> {
  await openChild(page, childOf(facts), 'Assessments');
  await follow(page, /^Continue|First assessment/);
}

/** The worker: what is done about each risk, and what is done if things change. */
export async function planForSafety(page: Page, facts: Facts): Promise<void> {
  await openAssessment(page, facts);
  await follow(page, 'Safety, and if things change');
  for (const risk of ['Older friends ask for favours', 'Pushing past when held']) {
    await follow(page, `Add what is done about “${risk}”`);
    await write(page, {
      'What is done about it': 'Two people at every meeting in town',
      'Who does it': 'Ama and her mother',
    });
    await writeDay(page, 'When is it looked at again?', dayFromNow(28));
    await press(page, 'Save', 'Safety, and if things change');
  }
  const absent = page.getByRole('link', { name: /^Add what will be done if things change/ });
  while ((await absent.count()) > 0) {
    await go(absent.first());
    await write(page, {
      'If this happens': 'does not come home by ten',
      'Then this is done': 'ring the friends she named',
      'Who does it': 'Her mother',
      Within: '1 hour',
      'Who is told': 'Ama, then the duty worker',
    });
    await press(page, 'Save', 'Safety, and if things change');
  }
}

/** The worker: signs, for a manager to sign too because the safety level is high. */
export async function sign(page: Page, facts: Facts): Promise<void> {
  await openAssessment(page, facts);
  await follow(page, 'Check and sign');
  await see(page, 'The child’s safety and wellbeing is high');
  await press(page, 'Sign and send to a manager', 'manager');
}

/** From the manager's own page, where it waits with the others. */
async function openWaiting(page: Page, facts: Facts): Promise<void> {
  await goTo(page, 'Home');
  await follow(page, 'waiting for approval');
  await go(
    page
      .getByRole('row')
      .filter({ hasText: childOf(facts) })
      .getByRole('link')
      .first(),
  );
}

/** The manager: reads it and sends it back with what must change. */
export async function returnIt(page: Page, facts: Facts): Promise<void> {
  await openWaiting(page, facts);
  await choose(page, 'What do you decide?', 'Return it to be changed');
  await write(page, { 'Your comment': 'Say who told us about the older friends.' });
  await press(page, 'Save your decision', 'returned');
}

/** The worker: reads the comment where it stands first, mends the part and signs again. */
export async function mendAndSign(page: Page, facts: Facts): Promise<void> {
  await openAssessment(page, facts);
  await see(page, 'Say who told us about the older friends.');
  await follow(page, 'The child now');
  await write(page, {
    'Friends and free time': 'Two friends from the choir. Her mother told us of three older ones.',
  });
  await press(page, 'Save and go to all parts', 'Nothing is missing.');
  await sign(page, facts);
}

/** The manager: countersigns. */
export async function countersign(page: Page, facts: Facts): Promise<void> {
  await openWaiting(page, facts);
  await choose(page, 'What do you decide?', 'Countersign it');
  await write(page, {
    'Your comment': 'The source is named now, and the plan for a bad night is clear.',
  });
  await press(page, 'Save your decision', 'igned');
}

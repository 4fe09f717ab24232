import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { testBrowser } from '../support/browser.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const browser = testBrowser();
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let childId = '';
const origin = 'http://foothold.test';
const by = { 'by_on-day': '1', 'by_on-month': '12', 'by_on-year': '2026' };

const goals: readonly [string, readonly [string, string][]][] = [
  [
    'I want to be back in school all day',
    [
      ['Use the exit card and not the door', 'Kit'],
      ['Ask for a date to end the half days', 'Ama'],
      ['Sit in on the meeting', 'Tegan'],
    ],
  ],
  [
    'I want to show people that I can finish something',
    [
      ['Choose one thing to make from start to end', 'Kit'],
      ['Find a space and tools', 'Ama'],
      ['Show it to mum', 'Kit'],
    ],
  ],
  [
    'I want to sleep',
    [
      ['Phone downstairs by eleven on school nights', 'Kit'],
      ['Go through the sleep plan', 'Nurse'],
      ['Tell Ama what changed', 'Kit and mum'],
    ],
  ],
];

beforeAll(async () => {
  childId = await database()
    .owner.transaction()
    .execute((tx) => makeChild(tx, { worker: 'ama-lovelock', forename: 'Kit' }));
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  await ama.post(urls.plans.start(childId), {
    exit_text: 'Boxing club on Tuesdays, with Coach Jo',
    exit_who: 'Coach Jo',
  });
  for (const [text, steps] of goals) {
    await ama.post(urls.plans.addLine(childId, 'goal'), { text });
    const plan = await (await ama.get(urls.plans.current(childId))).text();
    const ids = [...plan.matchAll(/parent_id=([0-9a-f-]+)/g)].map(([, id]) => id ?? '');
    for (const [what, who] of steps)
      await ama.post(urls.plans.addLine(childId, 'step'), {
        parent_id: ids.at(-1) ?? '',
        text: what,
        who,
        ...by,
      });
  }
  for (const [text, then] of [
    ['I am not home by ten', 'Mum rings me, then Nan, then 101'],
    ['Somebody asks me to carry a bag', 'I say I have to go and ring Ama'],
    ['I feel like hurting myself', 'I ring Nan or the night line'],
  ] as const)
    await ama.post(urls.plans.addLine(childId, 'contingency'), {
      about: 'safety',
      text,
      then_text: then,
      who: 'Mum',
      within: 'one hour',
      tell: 'Ama',
      on_child_page: 'yes',
    });
  await ama.post(urls.plans.addLine(childId, 'safety'), {
    risk: 'Going missing',
    text: 'A room at Nan’s when home is too loud',
    who: 'Nan',
    on_child_page: 'yes',
    ...by,
  });
  return () => site.jobs.stop();
});

/** A browser window whose requests go straight to the app. */
async function open(path: string, width = 1280) {
  const page = await browser().newPage({ viewport: { width, height: 900 } });
  await page.route('**/*', async (route) => {
    const answer = await ama.get(route.request().url().slice(origin.length));
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  await page.goto(`${origin}${path}`);
  return page;
}

it('an ordinary plan prints on one page of A4 that a child can keep', async () => {
  const page = await open(urls.plans.print(childId));
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.close();
});

it.each([
  ['the plan', () => urls.plans.current(childId)],
  ['the child’s own page', () => urls.plans.print(childId)],
  ['recording a change', () => urls.reviews.record(childId, 'arrest')],
])('%s fits a telephone without sideways scrolling', async (_name, path) => {
  const page = await open(path(), 320);
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(320);
  await page.close();
});

import type { Page } from 'playwright-core';
import { choose, follow, go, press, tick, write } from './forms.ts';

/** Draws every case of the window, on the page where samples are drawn, for one reader; gives how many they are. */
export async function planReading(page: Page, reader: string): Promise<number> {
  await choose(page, 'How many cases?', 'So many as I say');
  await write(page, {
    'Number of cases, if you say it': '1',
    'Cases in a hundred that two people read': '0',
  });
  const readers = page.getByRole('group', { name: 'Readers' });
  for (const box of await readers.getByRole('checkbox').all()) await box.uncheck();
  await tick(page, 'Readers', reader);
  await press(page, 'Count the cases', 'cases would be drawn');
  const counted = await page.getByRole('heading', { name: 'cases would be drawn' }).innerText();
  const cases = /of (\d+) cases/.exec(counted)?.[1] ?? '';
  await write(page, { 'Number of cases, if you say it': cases });
  await press(page, 'Draw the sample', `${reader.split(',')[0]} to read`);
  return Number(cases);
}

/** Judges every question of an open case “yes”, with its reason and where it is seen, and finishes the reading. */
export async function judgeCase(page: Page): Promise<void> {
  await follow(page, /^(Does|Did) .*\?$/);
  for (;;) {
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    for (const group of await page.getByRole('group').all()) {
      const yes = group.getByRole('radio', { name: /^Yes/ });
      if ((await yes.count()) === 1) await yes.check();
    }
    await write(page, { 'Why?': `What the record shows about: ${heading}` });
    await page
      .getByRole('group', { name: 'Where in the record is it seen?' })
      .getByRole('checkbox')
      .first()
      .check();
    const next = page.getByRole('button', { name: 'Save and go to the next question' });
    if ((await next.count()) === 0) break;
    await go(next);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor({ state: 'detached' });
  }
  await press(page, 'Save', 'questions judged');
  await follow(page, 'Write what is good and what to learn');
  await write(page, {
    'What is good in this work': 'The child’s words are there and change the plan',
    'What there is to learn': 'Ask the school before the analysis is written',
  });
  await press(page, 'Finish the reading', 'waits for the worker’s supervision');
}

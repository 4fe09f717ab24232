import { expect, it } from 'vitest';
import { signIn, testBrowser } from '../support/browser.ts';
import { demonstrationSite } from '../support/site.ts';
import { choose, follow, go, seeHeading } from './steps/forms.ts';

const site = demonstrationSite();
const browser = testBrowser();

it('a head of service signs a frozen quarter, and a board member reads it on two printed pages without a child and without a small number', {
  timeout: 180_000,
}, async () => {
  const head = await signIn(browser(), site().origin, 'Philippa Standfast', { javaScript: false });
  await go(head.getByRole('link', { name: /Sign the frozen figures or send them back/ }).first());
  await seeHeading(head, /newer definition, 1/);
  await choose(head, 'Do you approve it?', 'Yes, I sign these figures');
  await head.getByLabel('Your note').fill('We looked at homes with the housing team.');
  await go(head.getByRole('button', { name: 'Save' }));

  const board = await signIn(browser(), site().origin, 'Gwendolen Osei', { javaScript: false });
  await follow(board, 'Figures for the board');
  const text = await board.locator('main').innerText();
  expect(text).toContain('We looked at homes with the housing team.');
  expect(text).toContain('Numbers here are small');
  expect(text).toContain('Suitable accommodation');
  expect(await board.locator('a[href^="/children"]').count()).toBe(0);
  // A count that is printed is none, or more than five.
  const counts = [...text.matchAll(/\t(\d+) of (\d+)/g)].flatMap(([, ...both]) => both.map(Number));
  expect(counts.filter((count) => count >= 1 && count <= 5)).toEqual([]);
  const paper = await board.pdf({ format: 'A4' });
  expect([...paper.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length).toBe(2);
  // The address of a frozen figure is not theirs.
  const answer = await board.goto(`${site().origin}/figures/snapshots`);
  expect(answer?.status()).toBe(403);
});

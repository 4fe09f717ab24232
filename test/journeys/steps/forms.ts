import type { Locator, Page } from 'playwright-core';
import { britishDay } from '../../../src/domain/calendar/british-time.ts';
import { addDays, type Day } from '../../../src/domain/calendar/day.ts';

/** A day so many days from today as the British calendar has it; before today when negative. */
export const dayFromNow = (days: number): Day => addDays(britishDay(new Date()), days);

/** Chooses one of a question's answers. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  await page
    .getByRole('group', { name: question })
    .getByRole('radio', { name: answer, exact: true })
    .check();
}

/** Ticks one box among a question's. */
export async function tick(page: Page, question: string, answer: string): Promise<void> {
  await page
    .getByRole('group', { name: question })
    .getByRole('checkbox', { name: answer, exact: true })
    .check();
}

/** Writes words into boxes, each found by its label. */
export async function write(page: Page, words: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(words))
    await page.getByRole('textbox', { name: label, exact: true }).fill(text);
}

/** Picks from lists, each found by its label. */
export async function pick(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(choices))
    await page.getByLabel(label, { exact: true }).selectOption({ label: text });
}

/** Types a day into its three boxes. */
export async function writeDay(page: Page, question: string, day: Day): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const boxes = page.getByRole('group', { name: question });
  await boxes.getByLabel('Day').fill(date);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
}

/** Follows a link or presses a button, and waits until the page that answers stands whole. */
export async function go(to: Locator): Promise<void> {
  await Promise.all([to.page().waitForEvent('domcontentloaded'), to.click()]);
}

/** Presses a button and waits for the page that answers to say what it should. */
export async function press(page: Page, button: string, answer: string): Promise<void> {
  await go(page.getByRole('button', { name: button, exact: true }));
  await see(page, answer);
}

/** Follows a link, or a link drawn as a button, by its words. */
export async function follow(page: Page, link: string | RegExp): Promise<void> {
  const main = page.getByRole('main');
  await go(
    main
      .getByRole('link', { name: link, exact: true })
      .or(main.getByRole('button', { name: link, exact: true }))
      .first(),
  );
}

/** Goes to a page of the service by the navigation at the top. */
export const goTo = (page: Page, to: string): Promise<void> =>
  goBy(page.getByRole('navigation', { name: 'Main' }), to);

// By its section or room first, where the page does not stand in the row.
async function goBy(menu: Locator, to: string): Promise<void> {
  const link = menu.getByRole('link', { name: to, exact: true }).last();
  const section = await sectionOf(menu, to);
  if (section) await go(menu.getByRole('link', { name: section, exact: true }).first());
  if (!section || (await link.getAttribute('aria-current')) === null) await go(link);
}

// The folded menu of narrow screens, which stands on every page, says which section holds a page.
const sectionOf = (menu: Locator, to: string) =>
  menu.evaluate((nav, text) => {
    const held = [...nav.querySelectorAll('details li li')].find(
      (item) => item.textContent?.trim() === text,
    );
    return held?.parentElement?.parentElement?.querySelector('span')?.textContent ?? null;
  }, to);

/** Waits until words can be read in the page's main part. */
export async function see(page: Page, words: string): Promise<void> {
  await page.getByRole('main').getByText(words).filter({ visible: true }).first().waitFor();
}

/** Waits for a page by its heading. */
export async function seeHeading(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words }).waitFor();
}

/** Opens a part of a child's record, from anywhere, as a person does: the search box, the name, the part. */
export async function openChild(page: Page, child: string, part?: string): Promise<void> {
  const band = page.getByRole('region', { name: 'This child' });
  if (!(await band.getByText(child).first().isVisible())) {
    await page.getByRole('searchbox', { name: 'Find a child' }).first().fill(child);
    await go(page.getByRole('button', { name: 'Find', exact: true }));
    await go(page.getByRole('main').getByRole('link', { name: child }).first());
    await band.waitFor();
  }
  if (part) await goBy(page.getByRole('navigation', { name: 'This child’s record' }), part);
}

/** The page as somebody would read it out, for the message of a journey that stops. */
export async function whatStands(page: Page): Promise<string> {
  const text = await page.getByRole('main').innerText();
  return `${page.url()}\n${text.slice(0, 2500)}`;
}

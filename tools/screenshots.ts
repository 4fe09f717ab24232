/** Takes the pictures in docs/screenshots of a demonstration made for this moment: npm run screenshots. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { sql } from 'kysely';
import { chromium, type Page } from 'playwright-core';
import { readEnv } from '../src/platform/env.ts';
import { startServer } from '../src/start-server.ts';
import { urls } from '../src/urls.ts';

const target = new URL('../docs/screenshots/', import.meta.url).pathname;
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'foothold-pictures-'));
const running = await startServer(
  readEnv({ FOOTHOLD_DEMO: '1', FOOTHOLD_DATA: folder, PORT: '0', LOG_LEVEL: 'error' }),
);
const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: ['--headless=shell', '--no-sandbox', '--disable-gpu'],
  headless: true,
});

// One child of Ama Lovelock's whose journey has come furthest.
const { rows } = await running.database.owner.transaction().execute(async (tx) => {
  // The embedded connection has given up the owner's rights; for this one look it takes them back.
  await sql`select set_config('role', 'none', true)`.execute(tx);
  return sql<{ child: string; assessment: string; item: string }>`
  select r.child_id as child, a.id as assessment, p.id as item
  from relationship r join staff s on s.id = r.staff_id
  join assessment a on a.child_id = r.child_id and a.status = 'signed'
  join panel_item p on p.child_id = r.child_id
  join plan on plan.child_id = r.child_id and plan.status = 'agreed'
  where s.name = 'Ama Lovelock' and r.kind = 'allocated' and r.ends_at is null
    and not exists (select 1 from restricted_record x where x.child_id = r.child_id)
  order by r.starts_at limit 1`.execute(tx);
});
const found = rows[0];
if (!found) throw new Error('The demonstration has no child whose journey has come to a plan');
const { child, assessment, item } = found;

const pictures: readonly {
  readonly name: string;
  readonly person: string;
  readonly path: string;
  readonly search?: string;
}[] = [
  { name: '01-practitioners-home', person: 'Ama Lovelock', path: urls.home },
  { name: '02-search', person: 'Ama Lovelock', path: urls.children.search, search: 'kowal' },
  { name: '03-childs-overview', person: 'Ama Lovelock', path: urls.child.overview(child) },
  { name: '04-assessment', person: 'Ama Lovelock', path: urls.assessments.one(child, assessment) },
  {
    name: '05-chronology',
    person: 'Ama Lovelock',
    path: urls.child.chronology(child),
  },
  { name: '06-plan', person: 'Ama Lovelock', path: urls.plans.current(child) },
  { name: '07-plan-for-the-child', person: 'Ama Lovelock', path: urls.plans.print(child) },
  { name: '08-contacts', person: 'Ama Lovelock', path: urls.contacts.list(child) },
  { name: '09-panel-item', person: 'Marguerite Oyelaran', path: urls.panels.item(child, item) },
  { name: '10-team', person: 'Marguerite Oyelaran', path: urls.oversight.team },
  { name: '11-referrals', person: 'Annie Twelvetrees', path: urls.referrals.inbox },
];

const pages = new Map<string, Page>();
for (const { name, person, path, search } of pictures) {
  const page = pages.get(person) ?? (await signIn(person));
  pages.set(person, page);
  await page.goto(running.origin + path);
  if (search) {
    await page.locator('#q').fill(search);
    await page.locator('#q').press('Enter');
    await page.locator('#results').waitFor();
  }
  await page.screenshot({ path: join(target, `${name}.png`), fullPage: true });
}
await browser.close();
await running.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function signIn(person: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(`${running.origin}${urls.signIn.page}`);
  await page.getByRole('button', { name: person, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

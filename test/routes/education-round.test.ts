import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, type Day, formatDay } from '../../src/domain/calendar/day.ts';
import { mondayOf, yearBegan } from '../../src/domain/needs/entitlement.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let tegan: Visitor;
const today = britishDay(new Date());
const monday = mondayOf(today);
const round = urls.needs.roundOf(monday, 1);
/** In Year 8 or 9, whatever day the test runs on. */
const born = (years: number): Day => `${Number(yearBegan(monday).slice(0, 4)) - years}-03-10`;

beforeAll(async () => {
  site = await testApp(database());
  tegan = await site.as('tegan-bamford-ali');
  return () => site.jobs.stop();
});
afterEach(() => asOwner((tx) => tx.deleteFrom('relationship').execute()));

const lay = (surname: string, years = 12) =>
  asOwner(async (tx) => {
    const child = await makeChild(tx, { forename: 'Kai', surname, worker: 'ama-lovelock' });
    await tx
      .updateTable('child')
      .set({ date_of_birth: born(years) })
      .where('id', '=', child)
      .execute();
    await relate(tx, child, 'tegan-bamford-ali', 'partner');
    return child;
  });
const layWeek = (child_id: string, week: Day, more: object) =>
  asOwner((tx) =>
    tx
      .insertInto('education_week')
      .values({ service_id: serviceId, id: newId(), child_id, week, source: 'school', ...more })
      .execute(),
  );
const weekOf = (child: string, week = monday) =>
  asOwner((tx) =>
    tx
      .selectFrom('education_week')
      .selectAll()
      .where('child_id', '=', child)
      .where('week', '=', week)
      .executeTakeFirst(),
  );
const shown = async (who = tegan, at: string = urls.needs.round) => (await who.get(at)).text();
/** What stands in a box of the page. */
const inBox = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0].match(/ value="([^"]*)"/)?.[1] ??
  '';

type Said = { offered?: string; attended?: string; barrier?: string; next?: string };
/** The fields of a row as a browser sends them: what the page holds, but for what is typed. */
const row = (html: string, child: string, said: Said = {}) => ({
  [`${child}-version`]: inBox(html, `${child}-version`),
  [`offered-${child}`]: said.offered ?? inBox(html, `offered-${child}`),
  [`attended-${child}`]: said.attended ?? inBox(html, `attended-${child}`),
  [`barrier-${child}`]: said.barrier ?? '',
  [`next-${child}`]: said.next ?? inBox(html, `next-${child}`),
});
const marks = (html: string) => {
  const form = html.slice(html.indexOf(`<form`, html.indexOf('<main')));
  return { _once: inBox(form, '_once'), _draft: inBox(form, '_draft') };
};

describe('the weekly round of an education worker', () => {
  it('shows each child of age whom they work with, what is expected and what stood last week, and nobody else', async () => {
    const child = await lay('Rounds');
    await lay('Tooold', 25);
    await asOwner((tx) => makeChild(tx, { surname: 'Stranger' }));
    await layWeek(child, addDays(monday, -7), {
      offered_hours: '10',
      attended_hours: '4',
      barrier: 'anxious',
      next_action: 'Ring the head of year',
    });
    const html = await shown();
    expect(html).toContain('Kai Rounds');
    expect(html).toContain('24 hours expected');
    expect(html).toMatch(/4 attended of 10 offered\. Cannot face going\. Ring the head of year/);
    expect(html).not.toContain('Tooold');
    expect(html).not.toContain('Stranger');
  });

  it('keeps all that is typed with one button, and a tick takes last week but for what is typed', async () => {
    const [a, b, c] = [await lay('Ash'), await lay('Birch'), await lay('Cedar')];
    await layWeek(b, addDays(monday, -7), {
      offered_hours: '10',
      attended_hours: '4',
      barrier: 'anxious',
      next_action: 'Ring the head of year',
    });
    const html = await shown();
    const answer = await tegan.post(round, {
      ...marks(html),
      source: 'school',
      ...row(html, a, { offered: '25', attended: '24' }),
      ...row(html, b, { attended: '6' }),
      ...row(html, c),
      same: b,
    });
    expect(answer.status).toBe(303);
    expect(await weekOf(a)).toMatchObject({ offered_hours: '25.0', expected_hours: '24.0' });
    expect(await weekOf(b)).toMatchObject({
      offered_hours: '10.0',
      attended_hours: '6.0',
      barrier: 'anxious',
      next_action: 'Ring the head of year',
      created_by: staffId('tegan-bamford-ali'),
    });
    expect(await weekOf(c)).toBeUndefined();
  });

  it('keeps the rows that are whole when one is refused, names the child and the column, and holds what was typed', async () => {
    const [a, b] = [await lay('Dogwood'), await lay('Elder')];
    const html = await shown();
    const answer = await tegan.post(round, {
      ...marks(html),
      source: 'school',
      ...row(html, a, { offered: '25', attended: '25' }),
      ...row(html, b, { offered: '25', attended: '3' }),
    });
    const page = await answer.text();
    expect(page).toContain('Saved: 1 child');
    expect(page).toContain('Kai Elder, what is in the way: choose it, as 24 hours are expected');
    expect(page).toContain('Kai Elder, next action: write what you do next');
    expect(inBox(page, `attended-${b}`)).toBe('3');
    expect(await weekOf(a)).toBeDefined();
    expect(await weekOf(b)).toBeUndefined();
    const opened = await shown(tegan, round);
    expect(inBox(opened, `attended-${b}`)).toBe('3');
    const mended = await tegan.post(round, {
      ...marks(opened),
      source: 'school',
      ...row(opened, a),
      ...row(opened, b, { barrier: 'ill', next: 'Ask the nurse' }),
    });
    expect(mended.status).toBe(303);
    expect(await weekOf(b)).toMatchObject({ attended_hours: '3.0', barrier: 'ill' });
    expect(await weekOf(a)).toMatchObject({ version: 1 });
  });

  it('keeps nothing when all of it is refused', async () => {
    const child = await lay('Fir');
    const html = await shown();
    const said = { offered: 'many', attended: '70' };
    const answer = await tegan.post(round, { source: 'school', ...row(html, child, said) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Kai Fir, hours offered: enter a number from 0 to 60');
  });

  it('tells two people who meet at one child, keeps the rows at which they do not, and nothing is overwritten', async () => {
    const [a, b] = [await lay('Gorse'), await lay('Hazel')];
    const ama = await site.as('ama-lovelock');
    const [hers, mine] = [await shown(ama), await shown()];
    await ama.post(round, {
      source: 'parent',
      ...row(hers, a, { offered: '25', attended: '24' }),
    });
    const answer = await tegan.post(round, {
      ...marks(mine),
      source: 'school',
      ...row(mine, a, { offered: '24', attended: '24' }),
      ...row(mine, b, { offered: '24', attended: '24' }),
    });
    const page = await answer.text();
    expect(page).toContain('Kai Gorse: somebody else saved this week while you were typing');
    expect(page).toContain('Saved meanwhile: 24 attended of 25 offered');
    expect(await weekOf(a)).toMatchObject({ offered_hours: '25.0', source: 'parent' });
    expect(await weekOf(b)).toBeDefined();
    const again = await tegan.post(round, {
      ...marks(page),
      source: 'school',
      ...row(page, a, { offered: '24', attended: '24' }),
      ...row(page, b),
    });
    expect(again.status).toBe(303);
    expect(await weekOf(a)).toMatchObject({ offered_hours: '24.0', version: 2 });
  });

  it('is nobody’s who may not write of education, and never of a child they do not work with', async () => {
    const manager = await site.as('marguerite-oyelaran');
    expect((await manager.get(urls.needs.round)).status).toBe(403);
    const child = await lay('Ivy');
    const ben = await site.as('ben-thackery');
    expect(await shown(ben)).not.toContain('Kai Ivy');
    const html = await shown();
    await ben.post(round, {
      source: 'school',
      ...row(html, child, { offered: '25', attended: '25' }),
    });
    expect(await weekOf(child)).toBeUndefined();
  });

  it('is of a week that has begun', async () => {
    expect((await tegan.get(urls.needs.roundOf(addDays(monday, 7), 1))).status).toBe(404);
    expect((await tegan.get(urls.needs.roundOf(addDays(monday, 1), 1))).status).toBe(404);
    expect(await shown(tegan, urls.needs.roundOf(addDays(monday, -7), 1))).toContain(
      formatDay(addDays(monday, -7)),
    );
  });
});

describe('the weeks of a child', () => {
  it('are added to one by one, and a week that stands already is changed in its place', async () => {
    const child = await lay('Juniper');
    const [year = '', month = '', day = ''] = today.split('-');
    const typed = {
      'week-day': day,
      'week-month': month,
      'week-year': year,
      offered: '24',
      attended: '24',
      source: 'school',
    };
    expect((await tegan.post(urls.needs.weeks(child), typed)).status).toBe(303);
    const again = await tegan.post(urls.needs.weeks(child), { ...typed, offered: '25' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('is recorded already');
    const stored = await weekOf(child);
    const changed = await tegan.post(urls.needs.week(child, stored?.id ?? ''), {
      version: '1',
      offered: '24',
      attended: '12',
      barrier: 'ill',
      next: 'Ask the nurse',
      source: 'school',
    });
    expect(changed.status).toBe(303);
    expect(await shown(tegan, urls.needs.weeks(child))).toContain('Below what is expected');
  });
});

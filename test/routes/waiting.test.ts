import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { layPanel } from '../support/panel-rows.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
const today = britishDay(new Date());

beforeAll(async () => {
  site = await testApp(database());
  return () => site.jobs.stop();
});

it('each number that waits for a manager is the number of rows behind it, whatever team they lead', async () => {
  await asOwner(async (tx) => {
    const { childId, own } = await layPanel(tx);
    for (const by of ['ama-lovelock', 'gus-merriman'])
      await tx
        .insertInto('review')
        .values({
          ...own,
          id: newId(),
          reason: 'manager',
          opened_on: '2026-10-01',
          due_on: '2026-10-10',
          held_on: '2026-10-09',
          held_by: staffId(by),
          result: 'nothing-changed',
          no_change_reason: 'Nothing new',
        })
        .execute();
    const opened = {
      starts_at: new Date('2026-10-01T20:00:00Z'),
      ends_at: new Date('2026-10-01T22:00:00Z'),
    };
    for (const by of ['marguerite-oyelaran', 'ama-lovelock'])
      await tx
        .insertInto('break_glass')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: childId,
          staff_id: staffId(by),
          reason: 'He rang from the station at night',
          ...opened,
        })
        .execute();
  });
  const marguerite = await site.as('marguerite-oyelaran');
  const team = await (await marguerite.get(urls.oversight.team)).text();
  const figures = [
    ...team.matchAll(
      /fh-figure__number">([\d,]+)<\/span>\s*<a class="govuk-link" href="([^"]+)">\s*([^<]+?)\s*</g,
    ),
  ].map(([, number = '', href = '', words = '']) => ({ number: Number(number), href, words }));
  const waiting = figures.filter(({ words }) => !words.startsWith('overdue'));
  expect(waiting.map(({ words }) => words)).toEqual([
    'waiting for approval',
    'exceptions to review',
    'reviews that changed nothing',
    'emergency access to review',
  ]);
  expect(waiting.find(({ words }) => words.startsWith('reviews'))?.number).toBe(2);
  // Their own emergency is for a colleague.
  expect(waiting.find(({ words }) => words.startsWith('emergency'))?.number).toBe(1);
  for (const { number, href, words } of waiting.slice(0, 3)) {
    const html = await (await marguerite.get(href)).text();
    const [table = ''] = html.split('have still to confirm');
    expect((table.match(/<th scope="row"/g) ?? []).length, words).toBe(number);
  }
});

describe('the home of a worker with very many children', () => {
  const many = 152;
  const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const see = async (path: string) =>
    (await (await site.as('farida-quill')).get(path))
      .text()
      .then((text) => text.replaceAll(/\s+/g, ' '));
  const nameOf = (n: number) => `Manyheld${String(n).padStart(3, '0')}`;
  const ids = Array.from({ length: many }, newId);

  beforeAll(() =>
    asOwner(async (tx) => {
      await sql`insert into child (service_id, id, number, forename, surname, date_of_birth, name_search)
        select ${serviceId}, id, 'MH-' || n, 'Wren', 'Manyheld' || lpad(n::text, 3, '0'), '2011-05-04', 'wren'
        from unnest(${ids}::uuid[]) with ordinality made (id, n)`.execute(tx);
      await sql`insert into relationship (service_id, id, child_id, staff_id, kind, starts_at, reason)
        select ${serviceId}, gen_random_uuid(), id, ${staffId('farida-quill')}, 'allocated', now() - interval '1 hour', 'Allocated'
        from unnest(${ids}::uuid[]) id`.execute(tx);
      await tx
        .insertInto('review')
        .values(
          ids.slice(-25).map((child_id, place) => ({
            service_id: serviceId,
            id: newId(),
            child_id,
            reason: 'manager',
            opened_on: addDays(today, -90),
            due_on: addDays(today, -30 - place),
          })),
        )
        .execute();
    }),
  );

  it('leads to each of them, page by page, most urgent first over all of them', async () => {
    const seen: string[] = [];
    let path: string | undefined = urls.home;
    while (path) {
      const page = await see(path);
      expect(wordsOf(page)).toContain(`${many} children I work with`);
      const children = page.slice(page.indexOf('id="children"'));
      seen.push(...[...children.matchAll(/>Wren (Manyheld\d+)</g)].map(([, name = '']) => name));
      path = /rel="next"[^>]* href="([^"#]+)|href="([^"#]+)[^"]*"[^>]* rel="next"/
        .exec(children)
        ?.slice(1)
        .find(Boolean);
    }
    const late = Array.from({ length: 25 }, (_, place) => nameOf(many - place));
    const others = Array.from({ length: many - 25 }, (_, n) => nameOf(n + 1));
    expect(seen).toEqual([...late, ...others]);
  });

  it('draws the first of a long list, and leads on to all of it', async () => {
    const page = await see(urls.home);
    expect(wordsOf(page)).toContain('Overdue: 25');
    const rows = (html: string) => html.match(/Review that a manager asked for/g)?.length;
    const list = page.slice(page.indexOf('Overdue: 25'), page.indexOf('All 25'));
    expect(rows(list)).toBe(20);
    expect(page).toContain(`href="${urls.oversight.waiting('overdue')}"`);
    expect(rows(await see(urls.oversight.waiting('overdue')))).toBe(25);
  });
});

import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { layPanel } from '../support/panel-rows.ts';

const database = testDatabase();

it('each number that waits for a manager is the number of rows behind it, whatever team they lead', async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
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
  const site = await testApp(database());
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
  await site.jobs.stop();
});

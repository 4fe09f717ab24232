import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { mondayOf, yearBegan } from '../../src/domain/needs/entitlement.ts';
import type { Rung } from '../../src/domain/needs/ladder.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { boxesOf } from '../../src/record/day-asked.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let tegan: Visitor;
let head: Visitor;
const today = britishDay(new Date());
const monday = mondayOf(today);

beforeAll(async () => {
  site = await testApp(database());
  tegan = await site.as('tegan-bamford-ali');
  head = await site.as('philippa-standfast');
  await asOwner(async (tx) => {
    await tx.deleteFrom('board_seat').execute();
    const seat = { service_id: serviceId, id: newId(), seat: 'education', vacant_since: today };
    await tx.insertInto('board_seat').values(seat).execute();
  });
  return () => site.jobs.stop();
});

const lay = (surname: string) =>
  asOwner(async (tx) => {
    const dateOfBirth = `${Number(yearBegan(monday).slice(0, 4)) - 12}-03-10`;
    const child = await makeChild(tx, {
      ...{ forename: 'Kai', surname, dateOfBirth, worker: 'ama-lovelock' },
    });
    await put.involvement(tx, child);
    await relate(tx, child, 'tegan-bamford-ali', 'partner');
    return child;
  });
const round = (child: string, attended: string, week = monday) =>
  tegan.post(urls.needs.roundOf(week, 1), {
    ...{ source: 'school', [`offered-${child}`]: '24', [`attended-${child}`]: attended },
    ...(attended === '24'
      ? {}
      : { [`barrier-${child}`]: 'anxious', [`next-${child}`]: 'Ring the head of year' }),
  });
const words = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const ask = (who: Visitor, child: string, rung: Rung) =>
  who.post(urls.needs.rung(child, rung), {
    ...boxesOf('asked_on', today),
    ...{ asked_who: `Whoever sits at ${rung}`, asked_what: 'What would bring more hours?' },
  });
const answer = (who: Visitor, child: string, rung: Rung) =>
  who.post(urls.needs.rung(child, rung), {
    ...boxesOf('answered_on', today),
    ...{ version: '1', answer: `The word of ${rung}` },
  });

it('a week below what is expected climbs from the round through school, virtual school and head to the board’s seat, which is filled first', async () => {
  const child = await lay('Climbs');
  expect((await round(child, '6')).status).toBe(303);
  expect(await words(tegan.get(urls.home))).toContain('ask the school');
  expect(await words(tegan.get(urls.needs.ladder(child)))).toContain('Nobody was asked yet');
  // No rung is left out, and none is the head's before it was put to them.
  expect((await ask(tegan, child, 'head')).status).toBe(404);
  expect((await ask(tegan, child, 'school')).status).toBe(303);
  expect((await answer(tegan, child, 'school')).status).toBe(303);
  expect((await ask(tegan, child, 'virtual-school')).status).toBe(303);
  expect((await ask(tegan, child, 'head')).status).toBe(303);
  expect((await answer(tegan, child, 'head')).status).toBe(404);
  const home = await words(head.get(urls.home));
  expect(home).toContain('answer what you do about it');
  expect(home).toContain('The board’s education seat is vacant');
  expect((await answer(head, child, 'head')).status).toBe(303);
  expect((await ask(tegan, child, 'board')).status).toBe(404);
  const empty = await ask(head, child, 'board');
  expect(empty.status).toBe(422);
  expect(await words(empty)).toContain('vacant since');
  await head.post(urls.needs.boardSeat, {
    ...boxesOf('since', today),
    ...{ version: '1', state: 'held', holder: 'Assistant director for education' },
  });
  expect(await words(head.get(urls.home))).not.toContain('education seat is vacant');
  expect(await words(head.get(urls.needs.rung(child, 'board')))).toContain(
    'Assistant director for education holds the board’s education seat',
  );
  expect((await ask(head, child, 'board')).status).toBe(303);
  expect((await answer(head, child, 'board')).status).toBe(303);
  const ladder = await words(tegan.get(urls.needs.ladder(child)));
  for (const rung of ['school', 'head', 'board']) expect(ladder).toContain(`The word of ${rung}`);
  expect(await words(tegan.get(urls.child.chronology(child)))).toContain(
    'Hours of education put to the board',
  );
});

it('a week that is whole again ends it, and a later one that falls short begins anew', async () => {
  const child = await lay('Mends');
  const weeks = [14, 7, 0].map((days) => addDays(monday, -days));
  for (const [index, attended] of ['6', '24', '6'].entries()) {
    await round(child, attended, weeks[index]);
    const page = await words(tegan.get(urls.needs.ladder(child)));
    expect(page).toContain(
      attended === '24' ? 'Nothing that you may see falls short now' : 'Nobody was asked yet',
    );
  }
  expect(await words(tegan.get(urls.needs.ladder(child)))).toContain('A week was whole again');
});

it('fewer hours that are agreed for a time hold the ladder off until their day', async () => {
  const child = await lay('Agreed');
  await round(child, '6', addDays(monday, -7));
  const agree = (who: Visitor) =>
    who.post(urls.needs.agreed(child), {
      ...boxesOf('agreed_until', addDays(today, 30)),
      ...{ version: '1', end_note: 'A plan says fifteen hours; mother agreed' },
    });
  const manager = await site.as('marguerite-oyelaran');
  expect((await agree(manager)).status).toBe(404);
  expect((await agree(head)).status).toBe(303);
  await round(child, '6');
  expect(await words(tegan.get(urls.needs.ladder(child)))).toContain(
    'Nothing that you may see falls short now',
  );
});

it('special needs, plans and hours go to a board as a list or a file, each fact with when it was told and checked', async () => {
  const child = await lay('Listed');
  await round(child, '6');
  await asOwner(async (tx) => {
    const said = { service_id: serviceId, id: newId(), child_id: child, kind: 'send' };
    await tx
      .insertInto('characteristic')
      .values({
        ...{ ...said, record_class: 'RC9', code: 'ehc-plan', source: 'school' },
        ...{ recorded_on: '2026-03-02', verified_on: '2026-03-09' },
      })
      .execute();
  });
  const manager = await site.as('marguerite-oyelaran');
  for (const kind of ['plan', 'need', 'below']) {
    const page = await words(manager.get(urls.asking(urls.needs.list, { kind })));
    expect(page).toContain('Kai Listed');
    expect(page).toContain(
      'Education, health and care plan School or college 2 Mar 2026 9 Mar 2026',
    );
    expect(page).toContain('6 attended, 24 offered of 24 expected');
    expect(page).toContain('Nobody was asked yet');
  }
  const file = await manager.get(urls.asking(`${urls.needs.list}.csv`, { kind: 'plan' }));
  expect(await file.text()).toMatch(/Need checked on[\s\S]*Kai Listed/);
  await lay('Unlisted');
  expect(await words(manager.get(urls.needs.list))).not.toContain('Unlisted');
  expect((await (await site.as('ama-lovelock')).get(urls.needs.list)).status).toBe(403);
});

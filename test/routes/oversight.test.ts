import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
const today = britishDay(new Date());
type Tx = Parameters<typeof makeChild>[0];

beforeAll(async () => {
  site = await testApp(database());
  return () => site.jobs.stop();
});

async function asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database()
    .owner.transaction()
    .execute(async (tx) => {
      await sql`select set_config('role', 'none', true)`.execute(tx);
      return work(tx);
    });
}

const see = async (code: string, path: string) =>
  (await (await site.as(code)).get(path)).text().then((text) => text.replaceAll(/\s+/g, ' '));
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const review = (childId: string, more: object) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  reason: 'manager',
  opened_on: addDays(today, -10),
  due_on: addDays(today, -3),
  ...more,
});
describe('the manager’s home', () => {
  it('shows each worker of the manager’s team, how many they hold of their limit, and who misses contacts', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Missingson', worker: 'dilys-okoro' });
      for (const days of [1, 8])
        await tx
          .insertInto('contact')
          .values({
            service_id: serviceId,
            id: newId(),
            child_id: id,
            type: 'supervision',
            place: 'Office',
            status: 'recorded',
            attendance: 'unacceptable-absence',
            absence_reason: 'forgot',
            held_at: new Date(Date.now() - days * 86_400_000),
            worker_id: staffId('dilys-okoro'),
          })
          .execute();
    });
    const page = await see('marguerite-oyelaran', urls.oversight.team);
    expect(page).toContain('Dilys Okoro');
    expect(page).not.toContain('Hana Wildgoose');
    expect(wordsOf(page)).toMatch(/\d+ of \d+/);
    expect(page).toContain('Missingson');
  });

  it('the head of service begins with every team and can choose one', async () => {
    const all = await see('philippa-standfast', urls.oversight.team);
    expect(all).toContain('Dilys Okoro');
    expect(all).toContain('Hana Wildgoose');
    const teams = await asOwner((tx) =>
      tx.selectFrom('team').select(['id', 'name']).where('name', 'ilike', '%south%').execute(),
    );
    const south = await see(
      'philippa-standfast',
      `${urls.oversight.team}?team=${teams[0]?.id ?? ''}`,
    );
    expect(south).toContain('Hana Wildgoose');
    expect(south).not.toContain('Dilys Okoro');
  });

  it('lists what waits for approval, and whose own work another must approve', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Waitson', worker: 'dilys-okoro' });
      await tx
        .insertInto('assessment')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          template_id: 'foothold',
          template_version: 1,
          kind: 'initial',
          status: 'submitted',
          started_on: addDays(today, -9),
          started_by: staffId('dilys-okoro'),
          submitted_on: addDays(today, -8),
          submitted_by: staffId('dilys-okoro'),
          needs_countersign: true,
        })
        .execute();
    });
    const page = await see('marguerite-oyelaran', urls.oversight.approvals);
    expect(page).toContain('Countersign or return the assessment');
    expect(page).toContain('Waitson');
    expect(page).toContain('Dilys Okoro');
  });

  it('names reviews that changed nothing, with the reason given', async () => {
    const unchanged = review('', {
      held_on: addDays(today, -1),
      held_by: staffId('dilys-okoro'),
      result: 'nothing-changed',
      no_change_reason: 'The move was planned',
    });
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Stayed', worker: 'dilys-okoro' });
      await tx
        .insertInto('review')
        .values({ ...unchanged, child_id: id })
        .execute();
    });
    const page = await see('marguerite-oyelaran', urls.oversight.unchanged);
    expect(page).toContain('The move was planned');
    expect(page).toContain(`/reviews/${unchanged.id}/check`);
  });
});

describe('exceptions', () => {
  const made = async (by: string) =>
    asOwner(async (tx) => {
      const childId = await makeChild(tx, { surname: 'Passed', worker: 'dilys-okoro' });
      const id = newId();
      await tx
        .insertInto('gate_exception')
        .values({
          service_id: serviceId,
          id,
          child_id: childId,
          gate: 'panel',
          requirement: 'parent-met',
          about_table: 'panel_item',
          about_id: newId(),
          reason: 'His mother was in hospital',
          recorded_on: today,
          created_by: staffId(by),
        })
        .execute();
      return { id, childId };
    });

  it('are reviewed by a manager, and stand among the child’s entries', async () => {
    const { id, childId } = await made('dilys-okoro');
    expect(await see('marguerite-oyelaran', urls.oversight.exceptions)).toContain(
      'His mother was in hospital',
    );
    const manager = await site.as('marguerite-oyelaran');
    const empty = await manager.post(urls.oversight.exception(id), {
      version: '1',
      review_note: 'ok',
    });
    expect(empty.status).toBe(422);
    const saved = await manager.post(urls.oversight.exception(id), {
      version: '1',
      review_note: 'She was rung from the ward the next day: enough this time.',
    });
    expect(saved.headers.get('location')).toBe(urls.oversight.exceptions);
    expect(await see('marguerite-oyelaran', urls.oversight.entries(childId))).toContain(
      'rung from the ward',
    );
  });

  it('cannot be reviewed by the manager who made them', async () => {
    const { id } = await made('marguerite-oyelaran');
    expect(await see('marguerite-oyelaran', urls.oversight.exception(id))).toContain(
      'You made this exception yourself',
    );
    const manager = await site.as('marguerite-oyelaran');
    const answer = await manager.post(urls.oversight.exception(id), {
      version: '1',
      review_note: 'Quite all right, I did it myself and stand by it',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('You made this exception yourself');
  });
});

describe('a manager’s entry on a child', () => {
  it('that only says “seen” is refused', async () => {
    const id = await asOwner((tx) => makeChild(tx, { worker: 'dilys-okoro' }));
    const manager = await site.as('marguerite-oyelaran');
    const answer = await manager.post(urls.oversight.entries(id), {
      kind: 'supervision',
      checked: 'Seen',
      found: 'All ok',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('tells the next reader nothing');
  });

  it('is shown with its author, and what it asks for becomes the worker’s action', async () => {
    const id = await asOwner((tx) => makeChild(tx, { surname: 'Askson', worker: 'chandra-pell' }));
    const manager = await site.as('marguerite-oyelaran');
    const [year = '', month = '', date = ''] = addDays(today, 2).split('-');
    const answer = await manager.post(urls.oversight.entries(id), {
      kind: 'supervision',
      checked: 'Read the last four contacts and asked Chandra',
      found: 'Nobody has spoken with his father yet',
      next_step: 'Ring his father',
      owner_id: staffId('chandra-pell'),
      'next_step_by-day': date,
      'next_step_by-month': month,
      'next_step_by-year': year,
    });
    expect(answer.status).toBe(303);
    const page = await see('chandra-pell', urls.oversight.entries(id));
    expect(page).toContain('Found: Nobody has spoken with his father yet');
    expect(page).toContain('Marguerite Oyelaran');
    const home = await see('chandra-pell', urls.home);
    expect(home).toContain('Ring his father');
    const path = /href="([^"]*\/actions\/[^"]*)"/.exec(home)?.[1] ?? '';
    const chandra = await site.as('chandra-pell');
    const bare = await chandra.post(path, { version: '1', result: 'done' });
    expect(await bare.text()).toContain('Write what was done and where it can be seen');
    const done = await chandra.post(path, {
      version: '1',
      result: 'done',
      evidence: 'Rang on Tuesday; note in contacts',
    });
    expect(done.status).toBe(303);
    expect(await see('chandra-pell', urls.home)).not.toContain('Ring his father');
  });

  it('is not written by a worker', async () => {
    const id = await asOwner((tx) => makeChild(tx, { worker: 'dilys-okoro' }));
    const dilys = await site.as('dilys-okoro');
    expect(await see('dilys-okoro', urls.oversight.entries(id))).not.toContain('Write an entry');
    expect((await dilys.post(urls.oversight.entries(id), { kind: 'note' })).status).toBe(403);
  });
});

describe('a worry that a worker ticked', () => {
  it('leaves the manager’s home once an entry says that it was looked at, and not with any entry', async () => {
    const row = { service_id: serviceId, id: newId() };
    const id = await asOwner(async (tx) => {
      const child_id = await makeChild(tx, { surname: 'Worryson', worker: 'dilys-okoro' });
      const work = { type: 'prevention', started_on: addDays(today, -9) };
      await tx
        .insertInto('involvement')
        .values({ ...row, ...work, child_id })
        .execute();
      await tx
        .insertInto('contact')
        .values({
          ...row,
          child_id,
          type: 'supervision',
          place: 'Office',
          status: 'recorded',
          attendance: 'attended',
          child_seen: 'alone',
          safeguarding: true,
          held_at: new Date(Date.now() - 3_600_000),
          worker_id: staffId('dilys-okoro'),
        })
        .execute();
      return child_id;
    });
    const worry = 'A worker is worried about the child’s safety';
    const home = () => see('marguerite-oyelaran', urls.home);
    const entry = {
      kind: 'case-direction',
      checked: 'Read the last three contacts and rang the school',
      found: 'The plan says what to do when the uncle calls',
    };
    const path = urls.oversight.entries(id);
    const marguerite = await site.as('marguerite-oyelaran');
    expect((await marguerite.post(path, entry)).status).toBe(303);
    expect(await see('marguerite-oyelaran', path)).toContain(`${worry}, since`);
    expect(await see('marguerite-oyelaran', path)).toContain(urls.contacts.one(id, row.id));
    expect(await home()).toMatch(new RegExp(`Worryson.*${worry}|${worry}.*Worryson`));
    expect((await marguerite.post(path, { ...entry, looked_at: row.id })).status).toBe(303);
    const page = await see('marguerite-oyelaran', path);
    expect(page).toContain(`Looked at: ${worry}.`);
    expect(page).not.toContain('Which of these did you look at?');
    expect(await home()).not.toContain('Worryson');
  });
});

describe('oversight gaps', () => {
  const high = (childId: string, more: object = {}) => ({
    service_id: serviceId,
    id: newId(),
    child_id: childId,
    template_id: 'foothold',
    template_version: 1,
    kind: 'initial',
    status: 'signed',
    started_on: addDays(today, -60),
    started_by: staffId('ewan-brightwater'),
    submitted_by: staffId('ewan-brightwater'),
    signed_on: addDays(today, -50),
    likelihood_level: 'low',
    safety_level: 'high',
    harm_level: 'low',
    ...more,
  });
  const longAgo = (tx: Tx, childId: string) =>
    tx
      .updateTable('relationship')
      .set({ starts_at: new Date(Date.now() - 60 * 86_400_000) })
      .where('child_id', '=', childId)
      .execute();

  it('name a child at high whom no manager has written about for four weeks, and not one written about last week', async () => {
    await asOwner(async (tx) => {
      const gap = await makeChild(tx, { surname: 'Gapson', worker: 'ewan-brightwater' });
      const fine = await makeChild(tx, { surname: 'Finely', worker: 'ewan-brightwater' });
      for (const id of [gap, fine]) {
        await longAgo(tx, id);
        await tx.insertInto('assessment').values(high(id)).execute();
      }
      await tx
        .insertInto('oversight_entry')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: fine,
          kind: 'supervision',
          text: 'Invented',
          entered_on: addDays(today, -7),
        })
        .execute();
    });
    const page = await see('marguerite-oyelaran', urls.oversight.gaps);
    expect(page).toContain('Gapson');
    expect(page).not.toContain('Finely');
    const file = await see('marguerite-oyelaran', `${urls.oversight.gaps}.csv`);
    expect(file).toContain('Gapson');
    expect(file).not.toContain('Finely');
  });

  it('name countersignatures that say nothing', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Silentson', worker: 'ewan-brightwater' });
      await tx
        .insertInto('assessment')
        .values(
          high(id, {
            needs_countersign: true,
            countersigned_by: staffId('marguerite-oyelaran'),
          }),
        )
        .execute();
    });
    expect(await see('marguerite-oyelaran', urls.oversight.gaps)).toContain('Silentson');
  });
});

import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
const today = britishDay(new Date());

beforeAll(async () => {
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

// The owner's rights are given back for a moment: the pages themselves run as the person.
async function asOwner<T>(work: (tx: Parameters<typeof makeChild>[0]) => Promise<T>): Promise<T> {
  return database()
    .owner.transaction()
    .execute(async (tx) => {
      await sql`select set_config('role', 'none', true)`.execute(tx);
      return work(tx);
    });
}

const newChild = (worker = 'ama-lovelock') => asOwner((tx) => makeChild(tx, { worker }));

const filled = (more: Record<string, string | string[]> = {}) => ({
  type: 'home-visit',
  place: 'At home',
  ...dayBoxes('on', addDays(today, -1)),
  at: '4.15pm',
  minutes: '45',
  worker_id: staffId('ama-lovelock'),
  involvement_id: '',
  attendance: 'attended',
  child_seen: 'alone',
  parent_spoken_to: 'yes',
  absence_reason: '',
  notes: 'We talked about football and about the night it happened.',
  child_words: 'I want to go back to school',
  next_step: 'I ring the school',
  lenses: ['desistance', 'childs-safety'],
  reason: 'Put right the same day',
  ...more,
});

const errorsOf = (text: string) =>
  (/govuk-error-summary__list[\s\S]*?<\/ul>/.exec(text)?.[0] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('recording a contact', () => {
  it('takes one page that already knows the day and whose contact it is', async () => {
    const id = await newChild();
    const page = await (await ama.get(urls.contacts.record(id))).text();
    expect(page).toMatch(new RegExp(`value="${staffId('ama-lovelock')}" selected`));
    expect(page).toContain(`value="${today.slice(0, 4)}"`);
  });

  it('shows what was written in the list, with who was seen and the child’s own words', async () => {
    const id = await newChild();
    const answer = await ama.post(urls.contacts.record(id), filled());
    expect(answer.headers.get('location')).toBe(urls.contacts.list(id));
    const list = await (await ama.get(urls.contacts.list(id))).text();
    expect(list).toContain('We talked about football');
    expect(list).toContain('Child seen alone. Parent or carer spoken with');
    expect(list).toContain('I want to go back to school');
    expect(list).toContain('4:15pm');
  });

  it('asks the kind and the place each time, and of a call no place, so that what was right last time is not left standing', async () => {
    const id = await newChild();
    await ama.post(urls.contacts.record(id), filled());
    const page = await (await ama.get(urls.contacts.record(id))).text();
    expect(page).not.toMatch(/value="home-visit" selected/);
    expect(page).toMatch(/name="place" type="text"(?![^>]*value="[^"])/);
    const nowhere = await ama.post(urls.contacts.record(id), filled({ place: '' }));
    expect(await nowhere.text()).toContain('Enter where it was');
    const call = filled({ type: 'phone', place: '', child_seen: 'not-applicable' });
    expect((await ama.post(urls.contacts.record(id), call)).status).toBe(303);
  });

  it('asks why when the child did not come, and keeps what was typed', async () => {
    const id = await newChild();
    const answer = await ama.post(
      urls.contacts.record(id),
      filled({
        attendance: 'unacceptable-absence',
        child_seen: 'not-seen',
        notes: 'Nobody at the door',
      }),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(errorsOf(page)).toContain('Choose why the child did not come');
    expect(page).toContain('Nobody at the door');
  });

  it('does not let illness be called a missed contact without good reason', async () => {
    const id = await newChild();
    const answer = await ama.post(
      urls.contacts.record(id),
      filled({ attendance: 'unacceptable-absence', child_seen: 'not-seen', absence_reason: 'ill' }),
    );
    expect(errorsOf(await answer.text())).toContain('This is a good reason');
  });

  it('refuses a contact that has not happened yet', async () => {
    const id = await newChild();
    const answer = await ama.post(
      urls.contacts.record(id),
      filled(dayBoxes('on', addDays(today, 1))),
    );
    expect(errorsOf(await answer.text())).toContain('must be today or in the past');
  });

  it('plans the next contact from the same form', async () => {
    const id = await newChild();
    await ama.post(
      urls.contacts.record(id),
      filled({ ...dayBoxes('next_on', addDays(today, 7)), next_at: '4pm' }),
    );
    const list = await (await ama.get(urls.contacts.list(id))).text();
    expect(list).toContain('2 contacts');
    expect(list).toContain('Record what happened');
  });

  it('keeps a half-written note for later without JavaScript', async () => {
    const id = await newChild();
    await ama.post(urls.contacts.record(id), filled({ notes: 'Half a sent', _later: '1' }));
    const page = await (await ama.get(urls.contacts.record(id))).text();
    expect(page).toContain('Half a sent');
    expect(await (await ama.get(urls.contacts.list(id))).text()).toContain(
      'No contact is recorded yet',
    );
  });

  it('is not open to a colleague who does not work with the child', async () => {
    const id = await newChild();
    const ben = await site.as('ben-thackery');
    expect([303, 404]).toContain((await ben.get(urls.contacts.record(id))).status);
    expect((await ben.post(urls.contacts.record(id), filled())).status).not.toBe(200);
    expect(await (await ama.get(urls.contacts.list(id))).text()).toContain(
      'No contact is recorded yet',
    );
  });
});

const recorded = (id: string, on: string, attendance: string, more: object = {}) => ({
  service_id: serviceId,
  id: newId(),
  child_id: id,
  type: 'supervision',
  place: 'Office',
  held_at: `${on}T15:00:00Z`,
  status: 'recorded',
  attendance,
  absence_reason: attendance === 'unacceptable-absence' ? 'forgot' : null,
  worker_id: staffId('ama-lovelock'),
  ...more,
});

describe('the list', () => {
  it('warns after two contacts missed in a row, and not after one', async () => {
    const id = await newChild();
    await asOwner((tx) =>
      tx
        .insertInto('contact')
        .values(recorded(id, '2026-03-02', 'unacceptable-absence'))
        .execute(),
    );
    expect(await (await ama.get(urls.contacts.list(id))).text()).not.toContain('in a row');
    await asOwner((tx) =>
      tx
        .insertInto('contact')
        .values(recorded(id, '2026-03-09', 'unacceptable-absence'))
        .execute(),
    );
    const list = await (await ama.get(urls.contacts.list(id))).text();
    expect(list).toContain('has missed 2 contacts in a row');
    expect(list).toContain('since 2 March 2026');
  });

  it('narrows by kind and by how it turned out, and says so when nothing fits', async () => {
    const id = await newChild();
    await asOwner((tx) =>
      tx
        .insertInto('contact')
        .values([
          recorded(id, '2026-03-02', 'attended', { notes: 'Kept one' }),
          recorded(id, '2026-03-09', 'unacceptable-absence', { notes: 'Missed one' }),
        ])
        .execute(),
    );
    const absence = { attendance: 'unacceptable-absence' };
    const missed = await (await ama.get(urls.contacts.list(id, absence))).text();
    expect(missed).toContain('Missed one');
    expect(missed).not.toContain('Kept one');
    expect(await (await ama.get(urls.contacts.list(id, { type: 'group' }))).text()).toContain(
      'No contact fits this filter',
    );
  });

  it('shows a long note by its beginning, and whole on its own page', async () => {
    const id = await newChild();
    const notes = `${'A long talk. '.repeat(100)}The very end.`;
    const contact = recorded(id, '2026-03-02', 'attended', { notes });
    await asOwner((tx) => tx.insertInto('contact').values(contact).execute());
    const list = await (await ama.get(urls.contacts.list(id))).text();
    expect(list).toContain('Read the whole note');
    expect(list).not.toContain('The very end.');
    expect(await (await ama.get(urls.contacts.one(id, contact.id))).text()).toContain(
      'The very end.',
    );
  });

  it('is pages of twenty-five when there are 5,000 contacts', async () => {
    const id = await newChild();
    await asOwner((tx) =>
      sql`insert into contact (service_id, id, child_id, type, place, held_at, status, attendance, worker_id)
        select ${serviceId}, gen_random_uuid(), ${id}, 'supervision', 'Office', timestamptz '2020-01-01 15:00Z' + n * interval '1 hour', 'recorded', 'attended', ${staffId('ama-lovelock')}
        from generate_series(1, 5000) n`.execute(tx),
    );
    const first = await (await ama.get(urls.contacts.list(id))).text();
    expect(first).toContain('5,000 contacts, newest first: page 1 of 200');
    expect(first.match(/class="fh-entry"/g)).toHaveLength(25);
    const last = await (await ama.get(urls.contacts.list(id, { page: '200' }))).text();
    expect(last).toContain('1 January 2020');
  });

  it('counts meetings kept this month against what the level expects', async () => {
    const id = await newChild();
    await asOwner(async (tx) => {
      await tx
        .insertInto('involvement')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          type: 'outcome-22',
          started_on: addDays(today, -20),
        })
        .execute();
      await tx
        .insertInto('assessment')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          template_id: 'foothold',
          template_version: 1,
          kind: 'initial',
          status: 'signed',
          started_on: addDays(today, -20),
          started_by: staffId('ama-lovelock'),
          signed_on: addDays(today, -10),
          likelihood_level: 'medium',
          safety_level: 'low',
          harm_level: 'low',
        })
        .execute();
    });
    const list = await (await ama.get(urls.contacts.list(id))).text();
    expect(list.replaceAll(/<[^>]+>/g, '')).toMatch(/so far: 0 meetings kept of 4 expected/);
    expect(list).toContain('local example');
  });
});

describe('a planned contact', () => {
  const planned = async (id: string) => {
    const answer = await ama.post(urls.contacts.plan(id), {
      type: 'school-visit',
      place: 'School',
      ...dayBoxes('on', addDays(today, 3)),
      at: '16:00',
      minutes: '',
      worker_id: staffId('ama-lovelock'),
      involvement_id: '',
    });
    expect(answer.status).toBe(303);
    return asOwner((tx) =>
      tx
        .selectFrom('contact')
        .select(['id', 'version'])
        .where('child_id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  };

  it('is not planned for yesterday', async () => {
    const id = await newChild();
    const answer = await ama.post(urls.contacts.plan(id), {
      type: 'school-visit',
      place: 'School',
      ...dayBoxes('on', addDays(today, -1)),
      at: '16:00',
      worker_id: staffId('ama-lovelock'),
    });
    expect(errorsOf(await answer.text())).toContain('must be today or in the future');
  });

  it('warns when it falls in school time', async () => {
    const id = await newChild();
    let weekday = addDays(today, 1);
    while ([0, 6].includes(new Date(`${weekday}T12:00Z`).getUTCDay()))
      weekday = addDays(weekday, 1);
    const answer = await ama.post(urls.contacts.plan(id), {
      type: 'supervision',
      place: 'Office',
      ...dayBoxes('on', weekday),
      at: '10am',
      worker_id: staffId('ama-lovelock'),
    });
    expect(decodeURIComponent(answer.headers.getSetCookie().join())).toContain('school time');
  });

  it('is moved to another day', async () => {
    const id = await newChild();
    const contact = await planned(id);
    const answer = await ama.post(urls.contacts.edit(id, contact.id), {
      type: 'school-visit',
      place: 'Library',
      reason: 'Wren has a match that day',
      ...dayBoxes('on', addDays(today, 5)),
      at: '16:30',
      worker_id: staffId('ama-lovelock'),
      version: String(contact.version),
    });
    expect(answer.status).toBe(303);
    expect(await (await ama.get(urls.contacts.one(id, contact.id))).text()).toContain('Library');
  });

  it('gets its outcome, and keeps the time it was planned for', async () => {
    const id = await newChild();
    const contact = await planned(id);
    const answer = await ama.post(
      urls.contacts.outcome(id, contact.id),
      filled({
        version: String(contact.version),
        attendance: 'unacceptable-absence',
        child_seen: 'not-seen',
        absence_reason: 'overslept',
        parent_spoken_to: [],
      }),
    );
    expect(answer.status).toBe(303);
    const page = await (await ama.get(urls.contacts.one(id, contact.id))).text();
    expect(page).toContain('Missed, without a good reason: overslept');
    expect(page).toContain('Planned for');
  });
});

describe('changing a contact', () => {
  it('shows who edited it and what it said before', async () => {
    const id = await newChild();
    const contact = recorded(id, '2026-03-02', 'attended', { notes: 'First words' });
    await asOwner((tx) => tx.insertInto('contact').values(contact).execute());
    const answer = await ama.post(
      urls.contacts.edit(id, contact.id),
      filled({ version: '1', notes: 'Second words' }),
    );
    expect(answer.status).toBe(303);
    const page = await (await ama.get(urls.contacts.one(id, contact.id))).text();
    expect(page).toMatch(/Put right the same day[\s\S]*Edited by Ama Lovelock on/);
    expect(page).toMatch(/<del>First words<\/del>/);
  });

  it('shows both texts when a manager saved it meanwhile, and loses neither', async () => {
    const id = await newChild();
    const contact = recorded(id, '2026-03-02', 'attended', { notes: 'As it was' });
    await asOwner((tx) => tx.insertInto('contact').values(contact).execute());
    const manager = await site.as('marguerite-oyelaran');
    await manager.post(
      urls.contacts.edit(id, contact.id),
      filled({ version: '1', notes: 'The manager’s words' }),
    );
    const answer = await ama.post(
      urls.contacts.edit(id, contact.id),
      filled({ version: '1', notes: 'The worker’s words' }),
    );
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Marguerite Oyelaran saved this while you were writing');
    expect(page).toContain('The manager’s words');
    expect(page.match(/The worker’s words/g)?.length).toBe(2);
    const again = await ama.post(
      urls.contacts.edit(id, contact.id),
      filled({ version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '', notes: 'Both' }),
    );
    expect(again.status).toBe(303);
  });
});

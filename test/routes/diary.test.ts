import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay, britishInstant } from '../../src/domain/calendar/british-time.ts';
import { addDays, type Day, weekdayOf } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { boxesOf } from '../../src/record/day-asked.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let manager: Visitor;
const today = britishDay(new Date());
/** Monday of the week after next: nothing in it is past, whatever day the test runs on. */
const monday = addDays(today, 15 - weekdayOf(today));

beforeAll(async () => {
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  manager = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

const at = (day: Day, clock: string): Date => {
  const found = britishInstant(day, clock);
  if (found.kind !== 'instant') throw new Error(`${day} has no ${clock}`);
  return found.instant;
};
const wordsOf = (html: string) =>
  (html.split('<main')[1] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const see = async (who: Visitor, of: Record<string, string> = {}, on: Day = monday) =>
  wordsOf(await (await who.get(urls.diary.of({ ...of, ...boxesOf('on', on) }))).text());
const contact = (childId: string, day: Day, clock: string, more: object = {}) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  type: 'supervision',
  place: 'Wharf House',
  status: 'planned',
  planned_at: at(day, clock),
  minutes: 45,
  worker_id: staffId('ama-lovelock'),
  ...more,
});
const hearing = (childId: string, day: Day, more: object = {}) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  court: 'Eastmarsh Youth Court',
  listed_on: day,
  listed_at: '10:00',
  kind: 'plea',
  ...more,
});

describe('the diary of a worker', () => {
  it('shows a week of what the record knows already: contacts, hearings of their children, and who covers them', async () => {
    await asOwner(async (tx) => {
      const child = await makeChild(tx, { surname: 'Weekwise', worker: 'ama-lovelock' });
      await tx
        .insertInto('contact')
        .values(contact(child, monday, '16:15'))
        .execute();
      await tx
        .insertInto('hearing')
        .values(hearing(child, addDays(monday, 2)))
        .execute();
    });
    const page = await see(ama);
    expect(page).toContain('4:15pm to 5pm Wren Weekwise: Planned meeting');
    expect(page).toContain('10am Wren Weekwise: Plea');
    expect(page).toContain('Nobody covers it');
    expect(page.indexOf('Monday')).toBeLessThan(page.indexOf('Weekwise'));
    expect(page).not.toContain('Saturday');
    expect(await see(ama, { span: 'day' }, addDays(monday, 1))).toContain('Nothing in the diary');
  });

  it('leads from a contact whose time has come to what happened at it', async () => {
    const row = await asOwner(async (tx) => {
      const child = await makeChild(tx, { surname: 'Notyetsaid', worker: 'ama-lovelock' });
      const made = contact(child, addDays(today, -1), '09:30');
      await tx.insertInto('contact').values(made).execute();
      return made;
    });
    const path = urls.diary.of(boxesOf('on', addDays(today, -1)));
    const html = await (await ama.get(path)).text();
    expect(wordsOf(html)).toContain('Not written up');
    expect(html).toContain(urls.contacts.outcome(row.child_id, row.id));
  });

  it('shows nothing of a child whose record is sealed from the reader', async () => {
    await asOwner(async (tx) => {
      const child = await makeChild(tx, { surname: 'Sealedweek', restricted: true });
      await tx
        .insertInto('contact')
        .values(contact(child, monday, '11:00'))
        .execute();
      await tx
        .insertInto('hearing')
        .values(hearing(child, monday, { covered_by: staffId('ama-lovelock'), covered_on: today }))
        .execute();
    });
    expect(await see(manager, { of: staffId('ama-lovelock') })).not.toContain('Sealedweek');
  });
});

describe('the diary of a team', () => {
  it('shows a manager who of the team has what, and one of them alone', async () => {
    const team = await asOwner(async (tx) => {
      const child = await makeChild(tx, { surname: 'Teamweek', worker: 'ama-lovelock' });
      await tx
        .insertInto('contact')
        .values(contact(child, monday, '13:00'))
        .execute();
      return tx
        .selectFrom('staff')
        .select('team_id')
        .where('id', '=', staffId('ama-lovelock'))
        .executeTakeFirstOrThrow();
    });
    const page = await see(manager, { of: team.team_id ?? '' });
    expect(page).toContain('Teamweek');
    expect(page).toContain('Wharf House. Ama Lovelock');
    expect(await see(manager, { of: staffId('ama-lovelock') })).toContain('Teamweek');
    expect(await see(manager)).not.toContain('Teamweek');
  });
});

const plan = (more: Record<string, string | string[]> = {}) => ({
  type: 'supervision',
  place: '',
  ...boxesOf('on', monday),
  at: '6pm',
  minutes: '30',
  worker_id: staffId('ben-thackery'),
  involvement_id: '',
  ...more,
});
const newChild = (surname: string) =>
  asOwner((tx) => makeChild(tx, { surname, worker: 'ben-thackery' }));
const contactsOf = (childId: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('contact')
      .selectAll()
      .where('child_id', '=', childId)
      .orderBy('planned_at')
      .execute(),
  );

describe('an appointment', () => {
  let ben: Visitor;
  let admin: Visitor;
  let roomId = '';
  const pageOf = async (row: { child_id: string; id: string }) =>
    wordsOf(await (await ben.get(urls.contacts.one(row.child_id, row.id))).text());

  beforeAll(async () => {
    ben = await site.as('ben-thackery');
    admin = await site.as('freddie-okafor-bright');
    await admin.post(urls.diary.roomNew, { name: 'The quiet room', note: 'Holds three' });
    roomId = await asOwner(async (tx) => {
      const room = tx.selectFrom('room').select('id').where('name', '=', 'The quiet room');
      return (await room.executeTakeFirstOrThrow()).id;
    });
  });

  it('is planned for a room that an administrator keeps, and stands in the room’s diary', async () => {
    const childId = await newChild('Quietroom');
    expect((await ben.get(urls.diary.rooms)).status).toBe(403);
    const twice = await admin.post(urls.diary.roomNew, { name: 'the quiet room' });
    expect(await twice.text()).toContain('There is a room of this name');
    const answer = await ben.post(urls.contacts.plan(childId), plan({ room_id: roomId }));
    expect(answer.status).toBe(303);
    const page = await see(ben, { of: roomId });
    expect(page).toContain('6pm to 6:30pm Wren Quietroom');
    expect(page).toContain('The quiet room. Ben Thackery');
  });

  it('says what it clashes with: the room, the worker, the child’s hearing and school, also where the other is not seen', async () => {
    const childId = await newChild('Clashing');
    const other = await asOwner(async (tx) => {
      const sealed = await makeChild(tx, { surname: 'Unseen', restricted: true });
      const taken = { room_id: roomId, worker_id: staffId('dilys-okoro') };
      await tx
        .insertInto('contact')
        .values(contact(sealed, monday, '11:00', taken))
        .execute();
      await tx.insertInto('hearing').values(hearing(childId, monday)).execute();
      await tx
        .insertInto('education_episode')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: childId,
          provision: 'mainstream-school',
          provider: 'Marsh End School',
          valid_from: addDays(today, -30),
          source: 'school',
        })
        .execute();
      return sealed;
    });
    expect(other).not.toBe(childId);
    const clashing = plan({ room_id: roomId, at: '11:15', worker_id: staffId('dilys-okoro') });
    await ben.post(urls.contacts.plan(childId), clashing);
    const [row] = await contactsOf(childId);
    const page = row ? await pageOf(row) : '';
    expect(page).toContain('It clashes');
    expect(page).toContain('The quiet room has another appointment at 11am');
    expect(page).toContain('Dilys Okoro has another appointment at 11am');
    expect(page).toContain('Wren has a court hearing at 10am');
    expect(page).toContain('Wren may be at Marsh End School then');
    expect(page).not.toContain('Unseen');
    expect(await see(ben, { of: staffId('ben-thackery') })).toMatch(/10am Wren Clashing/);
  });

  it('repeats every two weeks at the same time by the clock, and made once makes nothing twice', async () => {
    const childId = await newChild('Everyother');
    const asked = plan({ place: 'At home', every: '2', times: '4' });
    await ben.post(urls.contacts.plan(childId), asked);
    const rows = await contactsOf(childId);
    expect(rows.map(({ planned_at }) => planned_at && britishDay(planned_at))).toEqual(
      [0, 14, 28, 42].map((days) => addDays(monday, days)),
    );
    expect(new Set(rows.map(({ series_id }) => series_id)).size).toBe(1);
    const half = await ben.post(urls.contacts.plan(childId), plan({ place: 'Home', every: '2' }));
    expect(await half.text()).toContain('Enter how many contacts there are in all');
  });

  it('is moved with those after it, and keeps the reason and the day that it was planned for first', async () => {
    const childId = await newChild('Movedon');
    await ben.post(urls.contacts.plan(childId), plan({ place: 'At home', every: '1', times: '3' }));
    const [, second] = await contactsOf(childId);
    if (!second) throw new Error('Three were planned');
    const moved = plan({
      place: 'Library',
      ...boxesOf('on', addDays(monday, 8)),
      at: '5pm',
      later: 'yes',
      version: '1',
    });
    const without = await ben.post(urls.contacts.edit(childId, second.id), moved);
    expect(await without.text()).toContain('Say why you change it');
    const reason = 'Boxing is on Mondays now';
    await ben.post(urls.contacts.edit(childId, second.id), { ...moved, reason });
    const rows = await contactsOf(childId);
    expect(rows.map(({ planned_at }) => planned_at && britishDay(planned_at))).toEqual(
      [0, 8, 15].map((days) => addDays(monday, days)),
    );
    expect(rows.map(({ place }) => place)).toEqual(['At home', 'Library', 'Library']);
    const page = await pageOf(second);
    expect(page).toContain(`Why it was moved ${reason}`);
    expect(page).toMatch(/Planned for [^.]* at 6pm [^.]* at 5pm/);
  });

  it('is called off with the reason, with those after it if that is meant, and takes no outcome any more', async () => {
    const childId = await newChild('Calledoff');
    await ben.post(urls.contacts.plan(childId), plan({ place: 'At home', every: '1', times: '3' }));
    const [first, second] = await contactsOf(childId);
    if (!first || !second) throw new Error('Three were planned');
    const path = urls.contacts.callOff(childId, second.id);
    expect(await (await ben.post(path, { version: '1' })).text()).toContain('Say why');
    const asked = { version: '1', change_reason: 'The family is away', later: 'yes' };
    expect((await ben.post(path, asked)).status).toBe(303);
    const states = (await contactsOf(childId)).map(({ status }) => status);
    expect(states).toEqual(['planned', 'cancelled', 'cancelled']);
    expect(await pageOf(second)).toContain('Why it was called off The family is away');
    const late = await ben.post(
      urls.contacts.outcome(childId, second.id),
      plan({ place: 'At home', attendance: 'attended', version: '2' }),
    );
    expect(late.status).toBe(409);
    const week = await see(ben, {}, addDays(monday, 7));
    expect(week).toMatch(/Wren Calledoff: [^.]*Called off/);
  });

  it('gets its outcome, and the next is booked in the same step and shown with what it clashes with', async () => {
    const childId = await newChild('Booknext');
    const row = contact(childId, addDays(today, -1), '09:30', {
      worker_id: staffId('ben-thackery'),
    });
    await asOwner((tx) => tx.insertInto('contact').values(row).execute());
    const answer = await ben.post(urls.contacts.outcome(childId, row.id), {
      ...plan({ place: 'At home', ...boxesOf('on', addDays(today, -1)), at: '9:30' }),
      attendance: 'attended',
      child_seen: 'alone',
      notes: 'We talked about college.',
      version: '1',
      ...boxesOf('next_on', addDays(monday, 3)),
      next_at: '4pm',
    });
    const rows = await contactsOf(childId);
    expect(rows.map(({ status }) => status)).toEqual(['recorded', 'planned']);
    expect(rows[1]?.minutes).toBe(30);
    expect(answer.headers.get('location')).toBe(urls.contacts.one(childId, rows[1]?.id ?? ''));
  });
});

describe('a diary in one’s own calendar', () => {
  it('is read without signing in at an address told once, with no name, place or words in it, until it is ended', async () => {
    const child = await asOwner(async (tx) => {
      const made = await makeChild(tx, { surname: 'Neverexported', worker: 'dilys-okoro' });
      const worker_id = staffId('dilys-okoro');
      await tx
        .insertInto('contact')
        .values(contact(made, monday, '16:15', { worker_id, place: 'Secretplace' }))
        .execute();
      return made;
    });
    const dilys = await site.as('dilys-okoro');
    const page = await (await dilys.post(urls.diary.feedPage, {})).text();
    const path = /\/diary-feed\/[\w-]+\.ics/.exec(page)?.[0] ?? '';
    expect(await (await dilys.get(urls.diary.feedPage)).text()).not.toContain(path);
    const read = () => site.signedOut().get(path);
    const answer = await read();
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const calendar = await answer.text();
    const begins = at(monday, '16:15').toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    expect(calendar).toContain(`DTSTART:${begins}Z`);
    expect(calendar).toContain('SUMMARY:Appointment');
    expect(calendar).not.toMatch(/Neverexported|Wren|Secretplace|Dilys/);
    expect(calendar).not.toContain(child);
    const marks = await asOwner((tx) => tx.selectFrom('diary_feed').select('mark').execute());
    expect(path).not.toContain(marks[0]?.mark ?? '');
    await dilys.post(urls.diary.endFeed, {});
    expect((await read()).status).toBe(404);
  });
});

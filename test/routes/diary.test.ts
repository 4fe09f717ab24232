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

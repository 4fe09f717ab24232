import { beforeAll, expect, it } from 'vitest';
import { addChild } from '../../src/platform/db/add-child.ts';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { actorOf, serviceId, testDatabase } from '../support/database.ts';
import { listFile } from '../support/police-list.ts';
import { readAsOwner } from '../support/read-as-owner.ts';
import { importEnded, sendList } from '../support/send-list.ts';

let statements = 0;
const database = testDatabase({
  onStatement: () => {
    statements += 1;
  },
});
let annie: Visitor;

beforeAll(async () => {
  // What cannot be foreseen: a disk that is full once some rows are in, a record that changes after a row was tried, and somebody who
  // puts a child on record, or corrects one, while a list comes in.
  await database().runScript(`
    create table full_disk (after integer);
    grant all on full_disk to public;
    create function fill_disk() returns trigger language plpgsql as $$ begin
      if (select count(*) from referral_import_row where is_made) > (select after from full_disk) then raise exception 'No space left'; end if;
      return null; end $$;
    create trigger fills after update on referral_import_row for each statement execute function fill_disk();
    create function change_record() returns trigger language plpgsql as $$ begin
      if new.surname = 'Changeling' and exists (select 1 from referral_import where status = 'making') then
        raise exception 'The record has changed' using errcode = '23514'; end if;
      return new; end $$;
    create trigger changes before insert on child for each row execute function change_record();
    create table beside (surname text, forename text, born date);
    grant all on beside to public;
    create function make_beside() returns trigger language plpgsql security definer as $$ begin
      insert into child (service_id, id, number, forename, surname, date_of_birth, name_search)
        select new.service_id, gen_random_uuid(), next_child_number(), b.forename, b.surname, b.born, lower(b.surname) from beside b;
      delete from beside;
      return null; end $$;
    create table correcting (was text, forename text, surname text, born date);
    grant all on correcting to public;
    create function correct_all() returns void language sql security definer as $$
      update child c set forename = k.forename, surname = k.surname, date_of_birth = k.born from correcting k where c.surname = k.was;
      delete from correcting $$;
    create function correct_beside() returns trigger language plpgsql as $$ begin perform correct_all(); return null; end $$;
    create trigger correcting after update of status on referral_import for each row when (new.status = 'making') execute function correct_beside();
    create trigger beside after update of status on referral_import for each row when (new.status = 'making') execute function make_beside();
  `);
  const site = await testApp(database());
  annie = await site.as('annie-twelvetrees');
  return () => site.jobs.stop();
});

type Row = Parameters<typeof listFile>[0][number] | undefined;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const listOf = (count: number, urn: number, name: string) =>
  Array.from({ length: count }, (_, at) => ({
    URN: `07ZZ/${urn + at}/26`,
    Surname: `${name}${letters[at % 26]}${letters[(at * 7 + Math.floor(at / 26)) % 26]}`,
    'Forename(s)': `${letters[(at * 11) % 26]}olan${letters[(at * 3) % 26]}`,
    'D.O.B': `${(at % 28) + 1}/${(at % 12) + 1}/${2009 + (at % 6)}`,
    Address: `${at + 1} ${name} Row, Eastmarsh`,
    Postcode: '',
  }));

async function madeOf(name: string): Promise<number> {
  const { rows } = await readAsOwner<{ n: number }>(
    database(),
    `select count(*)::int as n from referral r join child c on c.service_id = r.service_id and c.id = r.child_id where c.surname like '${name}%'`,
  );
  return rows[0]?.n ?? 0;
}

it('an import that had to stop on the way says which rows are in, goes on when asked, and makes no row twice', async () => {
  const rows = listOf(160, 10_000, 'Quill');
  const at = await sendList(annie, listFile(rows, 'stops.csv'));
  await database().runScript('insert into full_disk values (60)');
  await annie.post(`${at}/start`, {});
  const stopped = await importEnded(annie, at);
  const before = await madeOf('Quill');
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(160);
  expect(stopped).toContain(`${before} of 160 rows are in, the others are not.`);
  const report = await (await annie.get(`${at}/report.csv`)).text();
  expect(report.match(/A record and a referral were made/g)).toHaveLength(before);
  expect(report.match(/A record and a referral will be made/g)).toHaveLength(160 - before);
  // It is neither put aside nor sent again as another list while some of it is in.
  await annie.post(at, { do: 'put-aside' });
  expect(await (await annie.get(`${at}/progress`)).text()).toContain('Go on with the import');
  expect((await annie.get('/')).status).toBe(200);
  await database().runScript('delete from full_disk');
  await annie.post(`${at}/start`, {});
  const done = await importEnded(annie, at);
  expect(done).toContain('160 new records');
  expect(await madeOf('Quill')).toBe(160);
});

it('a row that was tried and is taken no longer waits for a person, with the reason; the others are made', async () => {
  const rows = [
    ...listOf(3, 20_000, 'Sedge'),
    { ...listOf(1, 20_100, 'Other')[0], Surname: 'Changeling' },
  ];
  const at = await sendList(annie, listFile(rows, 'changes.csv'));
  await annie.post(`${at}/start`, {});
  const done = await importEnded(annie, at);
  expect(done).toContain('3 new records');
  expect(done).toContain('1 row waits for a person to decide');
  expect(await (await annie.get(`${at}?show=hold`)).text()).toContain(
    'the record has changed since',
  );
});

const bornOf = (row: Row) =>
  (row?.['D.O.B'] ?? '')
    .split('/')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-');

async function putOnRecord(row: Row): Promise<void> {
  const actor = await actorOf(database().app, 'annie-twelvetrees');
  await asActor(database().app, actor, async (tx) => {
    const child_id = await addChild(tx, actor, {
      surname: row?.Surname ?? '',
      forename: row?.['Forename(s)'] ?? '',
      dateOfBirth: bornOf(row),
      sex: 'female',
    });
    await tx
      .insertInto('child_address')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id,
        lines: row?.Address ?? '',
        accommodation_type: 'not-asked',
        suitable: 'not-asked',
        valid_from: '2026-01-05',
        source: 'family',
      })
      .execute();
  });
}

it('a child whom somebody put on record since the list was compared, or while it comes in, is made no second time: the row waits for a person', async () => {
  const rows = listOf(4, 25_000, 'Yarrow');
  const [first, second] = rows;
  const again = { ...first, URN: '07ZZ/25990/26' };
  const at = await sendList(annie, listFile([...rows, again], 'beside.csv'));
  expect(await (await annie.get(at)).text()).toContain('new records will be made');
  await putOnRecord(first);
  await database().runScript(
    `insert into beside values ('${second?.Surname}', '${second?.['Forename(s)']}', '${bornOf(second)}')`,
  );
  await annie.post(`${at}/start`, {});
  const done = await importEnded(annie, at);
  expect(done).toContain('2 new records');
  expect(done).toContain('3 rows wait for a person to decide');
  expect(await madeOf('Yarrow')).toBe(2);
  const held = await (await annie.get(`${at}?show=hold`)).text();
  // Twice the first, whose second row is of the same child, and the one who came while the list came in.
  expect(
    held.match(/has been put on record or corrected since the list was compared/g),
  ).toHaveLength(3);
});

it('a child whom somebody corrects while the list comes in is given no referral on what was true before, and no second record: the row waits for a person, with what is known now', async () => {
  const rows = listOf(5, 26_000, 'Campion');
  const [moved, still, becomes, before] = rows;
  for (const row of [moved, still, before]) await putOnRecord(row);
  await putOnRecord({
    ...becomes,
    Surname: 'Quite-Another',
    'Forename(s)': 'Ottoline',
    'D.O.B': '9/9/2015',
    Address: '1 The Other Side, Eastmarsh',
  });
  const at = await sendList(annie, listFile(rows, 'corrected.csv'));
  const preview = await (await annie.get(at)).text();
  expect(preview).toContain('New child (2)');
  expect(preview).toContain('Known child (3)');
  // One is corrected before the import begins, the others while it comes in: one becomes another person, one somebody of the list, and
  // one is corrected in what changes nothing.
  await database().runScript(`
    insert into correcting values ('${before?.Surname}', 'Hildegard', 'Betony', '2016-01-02');
    select correct_all();
    insert into correcting values ('${moved?.Surname}', 'Wilhelmina', 'Valerian', '2014-02-03'),
      ('${still?.Surname}', '${still?.['Forename(s)']}', '${still?.Surname.toUpperCase()}', '${bornOf(still)}'),
      ('Quite-Another', '${becomes?.['Forename(s)']}', '${becomes?.Surname}', '${bornOf(becomes)}')`);
  await annie.post(`${at}/start`, {});
  const done = await importEnded(annie, at);
  expect(done).toContain('1 new record');
  expect(done).toContain('3 rows wait for a person to decide');
  const { rows: referrals } = await readAsOwner<{ surname: string }>(
    database(),
    `select c.surname from referral r join child c on c.service_id = r.service_id and c.id = r.child_id where r.reference like '07ZZ/2600%' order by r.reference`,
  );
  expect(referrals.map(({ surname }) => surname)).toEqual([
    still?.Surname.toUpperCase(),
    rows[4]?.Surname,
  ]);
  const held = await (await annie.get(`${at}?show=hold`)).text();
  expect(held.match(/(?:since|when) the list was compared/g)).toHaveLength(3);
  expect(held).toContain('Valerian');
});

it('what a row costs is less than one statement, however many rows there are, and other pages are answered while they come in', async () => {
  const rows = listOf(300, 30_000, 'Teasel');
  const at = await sendList(annie, listFile(rows, 'long.csv'));
  await annie.post(`${at}/start`, {});
  statements = 0;
  let answers = 0;
  let asked = 0;
  while ((await (await annie.get(`${at}/progress`)).text()).includes('data-ask-again')) {
    const since = statements;
    expect((await annie.get('/referrals/imports')).status).toBe(200);
    answers += 1;
    asked += statements - since;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await madeOf('Teasel')).toBe(300);
  expect(answers).toBeGreaterThan(1);
  expect(statements - asked).toBeLessThan(300 + answers * 20);
});

// A plan that was made while a table was short reads all of it for each row: what that costs at 10,000 rows is in docs/performance.md.
it('a long list makes the planner look anew at how long the tables have become, before it and while it comes in', async () => {
  const looked = async () => {
    const { rows } = await readAsOwner<{ table: string; n: number }>(
      database(),
      `select relname as table, analyze_count::int as n from pg_stat_force_next_flush(), pg_stat_user_tables
        where relname in ('child', 'child_address', 'characteristic', 'referral', 'offence', 'victim_involvement', 'duty', 'referral_import_row')`,
    );
    return new Map(rows.map(({ table, n }) => [table, n]));
  };
  const at = await sendList(annie, listFile(listOf(700, 60_000, 'Burdock'), 'longer.csv'));
  const before = await looked();
  await annie.post(`${at}/start`, {});
  await importEnded(annie, at);
  // The others are like one another and wait.
  expect(await madeOf('Burdock')).toBeGreaterThan(400);
  await looked();
  for (const [table, times] of await looked())
    expect(times - (before.get(table) ?? 0), table).toBeGreaterThan(1);
}, 120_000);

it('a held row that is decided in the preview is made as decided, with who decided it; one decided to be no referral makes nothing', async () => {
  const [first, second, third] = listOf(3, 40_000, 'Bracken');
  const held = [
    { ...first, 'Forename(s)': '' },
    { ...second, 'Forename(s)': '' },
    { ...third, 'Forename(s)': '' },
  ];
  const at = await sendList(annie, listFile(held, 'decided.csv'));
  const preview = await (await annie.get(at)).text();
  expect(preview).toContain('Decide row 3');
  const answer = (more: Record<string, string>) => ({
    version: '1',
    surname: 'Brackenbury',
    forename: 'Wren',
    'date_of_birth-day': '4',
    'date_of_birth-month': '5',
    'date_of_birth-year': '2011',
    urn: '07ZZ/40000/26',
    resolution_note: 'PC 9001 rang: the forename is Wren.',
    ...more,
  });
  const wrong = await annie.post(`${at}/rows/3`, answer({ decision: 'new', forename: '' }));
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Enter the forename: a record needs it');
  expect((await annie.post(`${at}/rows/3`, answer({ decision: 'new' }))).status).toBe(303);
  expect((await annie.post(`${at}/rows/4`, answer({ decision: 'none' }))).status).toBe(303);
  const decided = await (await annie.get(`${at}?show=hold`)).text();
  expect(decided).toContain('Decided by Annie Twelvetrees: It is a new child. PC 9001 rang');
  expect(decided).toContain('Decide row 5');
  const page = await (await annie.get(`${at}/rows/3`)).text();
  expect(page).toContain('value="Wren"');
  await annie.post(`${at}/start`, {});
  const done = await importEnded(annie, at);
  expect(done).toContain('1 new record');
  expect(done).toContain('1 row waits for a person to decide');
  expect(await madeOf('Brackenbury')).toBe(1);
  const { rows } = await readAsOwner<{ resolution: string | null; note: string | null }>(
    database(),
    `select h.resolution, h.resolution_note as note from referral_hold h join referral_import i on i.id = h.import_id where i.file_name = 'decided.csv' order by h.import_row`,
  );
  expect(rows.map(({ resolution }) => resolution)).toEqual(['created', 'discarded', null]);
  expect(rows[0]?.note).toContain('PC 9001 rang');
  expect((await annie.get(`${at}/rows/3`)).status).toBe(404);
});

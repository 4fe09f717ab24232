import { type Kysely, sql } from 'kysely';
import { makeDemonstration } from '../../src/demo/make-demonstration.ts';
import { demoId } from '../../src/demo/random.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import type { DB } from '../../src/platform/db/tables.generated.ts';
import { busyWorker, longCaseworker, manyContacts, smallService } from './extremes.ts';

const contactsAChild = 30;
const smallServiceSeed = 20_260_402;

/**
 * A service of so many children with thirty contacts each, what is extreme in it, and beside it one whose head looks after
 * 300 children. History is not kept: only reading and saving are measured.
 */
export async function fillDatabase(url: string, children: number): Promise<void> {
  // Only a superuser may set this, and only for making data: triggers and foreign keys are left out.
  const quick = new URL(url);
  quick.searchParams.set(
    'options',
    '-c session_replication_role=replica -c synchronous_commit=off',
  );
  const database = await openDatabase({ url, ownerUrl: quick.href });
  const { owner } = database;
  await migrate(database);
  const now = new Date();
  await makeDemonstration(database, { now, children: smallService.made, seed: smallServiceSeed });
  await setAside(owner);
  await makeDemonstration(database, { now, children });
  await addContacts(owner);
  await makeExtremes(owner);
  await sql`call keep_all_duties()`.execute(owner);
  await sql`vacuum analyze`.execute(owner);
  await database.close();
}

// The demonstration is always of the same service and people: what was made becomes another's, and can be made again beside it.
async function setAside(owner: Kysely<DB>): Promise<void> {
  await sql`
    do $$
    declare t record; small uuid := ${sql.lit(smallService.id)};
    begin
      create temporary table moved as select id as old_id, md5('smallshire' || id)::uuid as new_id from staff;
      for t in select c.table_name, c.column_name from information_schema.columns c
        join information_schema.tables using (table_schema, table_name)
        where c.table_schema = 'public' and table_type = 'BASE TABLE' and c.data_type = 'uuid' and c.is_generated = 'NEVER'
          and c.table_name in (select table_name from information_schema.columns where column_name = 'service_id')
      loop
        if t.column_name = 'service_id' then
          execute format('update %I set service_id = %L where service_id is not null', t.table_name, small);
        else
          execute format('update %1$I t set %2$I = new_id from moved where t.%2$I = old_id', t.table_name, t.column_name);
        end if;
      end loop;
      update service set id = small, code = 'smallshire', name = 'Smallshire Youth Justice Service';
      update staff set auth_user_id = md5('smallshire' || auth_user_id)::uuid::text, email = replace(email, 'eastmarsh', 'smallshire');
      update auth_user set id = md5('smallshire' || id)::uuid::text, email = replace(email, 'eastmarsh', 'smallshire');
      drop table moved;
    end $$`.execute(owner);
}

async function addContacts(owner: Kysely<DB>): Promise<void> {
  await sql`
    insert into contact (service_id, id, child_id, type, place, planned_at, held_at, minutes, status, attendance, child_seen, notes, worker_id, created_by)
    select c.service_id, gen_random_uuid(), c.child_id, 'supervision', 'Wharf House', at.held, at.held, 30, 'recorded', 'attended', 'alone',
      'Talked about the week and what is planned. ' || repeat('School is going better than last term. ', 6), c.worker_id, c.worker_id
    from (select service_id, child_id, min(worker_id::text)::uuid as worker_id, min(held_at) as first, count(*) as n
          from contact where status = 'recorded' group by 1, 2) c
    cross join lateral (select c.first - make_interval(days => 7 * g) as held from generate_series(1, greatest(0, ${contactsAChild} - c.n::int)) g) at`.execute(
    owner,
  );
}

async function makeExtremes(owner: Kysely<DB>): Promise<void> {
  const eastmarsh = demoId('service', 'eastmarsh');
  const busy = demoId('staff', busyWorker.code);
  // Children come to one worker from all but the practice manager's team and the worker whose child has the long history.
  await sql`
    update relationship r set staff_id = ${busy}
    from (select r.service_id, r.id from relationship r
      join staff s on s.service_id = r.service_id and s.id = r.staff_id and s.team_id <> ${demoId('team', 'north')}
      where r.service_id = ${eastmarsh} and r.kind = 'allocated' and r.ends_at is null and r.staff_id <> ${busy}
        and r.child_id not in (select child_id from restricted_record)
      order by r.id
      limit greatest(0, ${busyWorker.children} - (select count(*)::int from relationship
        where service_id = ${eastmarsh} and kind = 'allocated' and ends_at is null and staff_id = ${busy}))) taken
    where r.service_id = taken.service_id and r.id = taken.id`.execute(owner);
  await sql`
    insert into contact (service_id, id, child_id, type, place, held_at, minutes, status, attendance, absence_reason, child_seen, notes, child_words, worker_id, created_by)
    select r.service_id, gen_random_uuid(), r.child_id, (array['supervision', 'home-visit', 'telephone'])[1 + n % 3], 'Wharf House',
      now() - make_interval(hours => 5 * n), 30, 'recorded', case when n % 10 = 0 then 'unacceptable-absence' else 'attended' end,
      case when n % 10 = 0 then 'forgot' end, case when n % 10 = 0 then 'not-seen' else 'alone' end,
      'Meeting ' || n || ': ' || repeat('talked about school and the boxing club. ', 6), case when n % 4 = 0 then 'I like it there ' || n end, r.staff_id, r.staff_id
    from (select service_id, child_id, staff_id from relationship
      where service_id = ${eastmarsh} and kind = 'allocated' and ends_at is null and staff_id = ${demoId('staff', longCaseworker)}
        and child_id not in (select child_id from restricted_record) order by id limit 1) r
    cross join generate_series(1, ${manyContacts}) n`.execute(owner);
  await sql`
    insert into staff (service_id, id, name, email, job_title, agency, role, team_id, active_from)
    select ${eastmarsh}, gen_random_uuid(), 'Panel Member ' || n, 'panel.member.' || n || '@eastmarsh.example', 'Panel member', 'community', 'panel-member',
      ${demoId('team', 'panel')}, '2024-04-01'
    from generate_series(1, 500 - (select count(*)::int from staff where service_id = ${eastmarsh})) n`.execute(
    owner,
  );
}

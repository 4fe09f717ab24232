import { sql } from 'kysely';
import { makeDemonstration } from '../../src/demo/make-demonstration.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

const contactsAChild = 30;

/** A service of so many children with thirty contacts each. History is not kept: only reading and saving are measured. */
export async function fillDatabase(url: string, children: number): Promise<void> {
  // Only the owner may set this, and only for making data: triggers and foreign keys are left out.
  const quick = new URL(url);
  quick.searchParams.set(
    'options',
    '-c session_replication_role=replica -c synchronous_commit=off',
  );
  const database = await openDatabase({ url, ownerUrl: quick.href });
  await migrate(database);
  await makeDemonstration(database, { now: new Date(), children });
  await sql`
    insert into contact (service_id, id, child_id, type, place, planned_at, held_at, minutes, status, attendance, child_seen, notes, worker_id, created_by)
    select c.service_id, gen_random_uuid(), c.child_id, 'supervision', 'Wharf House', at.held, at.held, 30, 'recorded', 'attended', 'alone',
      'Talked about the week and what is planned. ' || repeat('School is going better than last term. ', 6), c.worker_id, c.worker_id
    from (select service_id, child_id, min(worker_id::text)::uuid as worker_id, min(held_at) as first, count(*) as n
          from contact where status = 'recorded' group by 1, 2) c
    cross join lateral (select c.first - make_interval(days => 7 * g) as held from generate_series(1, greatest(0, ${contactsAChild} - c.n::int)) g) at`.execute(
    database.owner,
  );
  await sql`call keep_all_duties()`.execute(database.owner);
  await sql`vacuum analyze`.execute(database.owner);
  await database.close();
}

import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { serviceId, staffId } from './database.ts';

const tables = [
  [
    'child',
    `insert into child (service_id, id, number, forename, surname, date_of_birth, name_search)
    select $s, id, 'M-' || n, 'Wren', 'Many' || n, date '2009-01-01' + n % 1500, 'wren many' || n from made`,
  ],
  [
    'relationship',
    `insert into relationship (service_id, id, child_id, staff_id, kind, starts_at, ends_at, reason)
    select $s, gen_random_uuid(), id, worker, 'allocated', day, case when not is_live then day + interval '90 days' end, 'Allocated' from made`,
  ],
  [
    'referral',
    `insert into referral (service_id, id, child_id, source, agency, referred_on, received_on, state, triaged_on)
    select $s, gen_random_uuid(), id, 'police', 'police', day, day, case when is_live then 'decided' else 'closed' end, day from made`,
  ],
  [
    'involvement',
    `insert into involvement (service_id, id, child_id, type, started_on, ended_on, end_reason)
    select $s, gen_random_uuid(), id, 'community-resolution', day, case when not is_live then day + 90 end, case when not is_live then 'completed' end from made`,
  ],
  [
    'assessment',
    `insert into assessment (service_id, id, child_id, template_id, template_version, kind, status, started_on, started_by, signed_on, likelihood_level, safety_level, harm_level)
    select $s, gen_random_uuid(), made.id, t.id, t.version, 'initial', 'signed', day, worker, day + 20, 'low', 'medium', 'low' from made, (select id, version from assessment_template limit 1) t`,
  ],
  [
    'contact',
    `insert into contact (service_id, id, child_id, type, place, held_at, status, attendance, child_seen, notes, worker_id)
    select $s, gen_random_uuid(), id, 'supervision', 'Wharf House', day + interval '1 day' * c, 'recorded', 'attended', 'alone', 'Talked', worker from made, generate_series(1, 4) c`,
  ],
  [
    'change_event',
    `insert into change_event (service_id, id, child_id, type, happened_on, known_on, detail, source, review_due_on)
    select $s, id, id, 'arrest', day, day, 'Arrested', 'Police', day + 2 from made`,
  ],
  [
    'review',
    `insert into review (service_id, id, child_id, reason, change_event_id, opened_on, due_on, held_on, held_by, result)
    select $s, gen_random_uuid(), id, 'change-event', id, day, day + 2, day + 2, worker, 'plan-changed' from made`,
  ],
  [
    'warning',
    `insert into warning (service_id, id, child_id, kind, detail, owner_id, raised_on, review_on, ended_on, end_reason)
    select $s, gen_random_uuid(), id, 'self-harm', 'Worried', worker, day, day + 30, day + 30, 'Over' from made`,
  ],
  [
    'gate_exception',
    `insert into gate_exception (service_id, id, child_id, gate, requirement, about_table, about_id, reason, recorded_on, created_by, reviewed_on, reviewed_by)
    select $s, gen_random_uuid(), id, 'panel', 'child-met', 'panel_item', id, 'The child could not be reached', day, worker, day + 1, manager from made`,
  ],
  [
    'oversight_entry',
    `insert into oversight_entry (service_id, id, child_id, kind, text, entered_on)
    select $s, gen_random_uuid(), id, 'case-direction', 'Go on', day from made`,
  ],
  [
    'access_log',
    `insert into access_log (service_id, id, staff_id, child_id, kind, page, at)
    select $s, gen_random_uuid(), worker, id, 'view', '/children/:childId', day + interval '1 minute' * c from made, generate_series(1, 2) c`,
  ],
  [
    'duty',
    `insert into duty (service_id, child_id, standard_view, row_key, subject_id, standard, what, owed_by, worker_id, started_on, due_on, done_on, link_kind)
    select $s, id, v.standard_view, n * 10 + v.place, id, 'bench', v.what, v.owed_by, case when is_live then worker end, day, day + 10, case when not is_live then day + 10 end, v.link
    from made, (values (1, 'due_plan_reviewed', 'Review the plan', 'worker', 'plan'), (2, 'due_review_checked', 'Check the review', 'manager', 'review-check')) v (place, standard_view, what, owed_by, link)`,
  ],
] as const;

/** So many children of the service with what three years leave behind of each, made as the owner; one in thirty is worked with now. */
export async function makeMany(tx: Tx, children: number): Promise<void> {
  await sql`
    create temporary table made as
    select gen_random_uuid() as id, n, n % 30 = 0 as is_live, date '2023-04-01' + n % 1100 as day, w.id as worker, ${staffId('marguerite-oyelaran')}::uuid as manager
    from generate_series(1, ${children}::int) n
    join (select id, row_number() over (order by name) - 1 as place, count(*) over () as workers from staff where service_id = ${serviceId} and role = 'case-manager') w
      on n / 30 % w.workers = w.place`.execute(tx);
  for (const [table, insert] of tables) {
    // What a row sets going by itself would take minutes for so many, and is not what is asked here.
    await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
    await sql.raw(insert.replaceAll('$s', `'${serviceId}'::uuid`)).execute(tx);
    await sql.raw(`alter table ${table} enable trigger user`).execute(tx);
  }
  await sql`drop table made`.execute(tx);
  await sql`analyze`.execute(tx);
}

/** Takes them away again: what is due of them was never worked out. */
export async function unmakeMany(tx: Tx): Promise<void> {
  for (const [table] of [...tables].reverse()) {
    const made = table === 'child' ? '' : 'child_id in (select id from child where ';
    await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
    await sql
      .raw(`delete from ${table} where ${made}number like 'M-%'${made ? ')' : ''}`)
      .execute(tx);
    await sql.raw(`alter table ${table} enable trigger user`).execute(tx);
  }
}

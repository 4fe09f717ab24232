import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import {
  demoSnapshot,
  serviceId,
  staffId,
  testDatabase,
  trialOfDuties,
} from '../support/database.ts';
import { personOf } from '../support/people-of-roles.ts';

// The demonstration has duties of every kind; on a server, where it is not prepared, there are those that are laid below.
const database = testDatabase({}, demoSnapshot);

const warn = (tx: Tx, childId: string) =>
  tx
    .insertInto('warning')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      kind: 'exploitation',
      detail: 'Met by older men at the station',
      raised_on: '2026-01-05',
      review_on: '2026-02-05',
      owner_id: staffId('ama-lovelock'),
    })
    .execute();

/** One duty of each kind that the policies treat apart: of sealed, named, opened and merged children, promised and closed. */
async function layDuties(tx: Tx): Promise<void> {
  const promise = (child_id: string, code: string) =>
    tx
      .insertInto('action')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id,
        about_table: 'panel_item',
        about_id: newId(),
        what: 'Ring the school',
        owner_id: staffId(code),
        owner_name: 'Invented',
        agency: 'yjs',
        original_due: '2026-04-10',
        due_on: '2026-04-17',
      })
      .execute();
  const [open, sealed, named, opened, merged] = [
    await makeChild(tx, { worker: 'ama-lovelock' }),
    await makeChild(tx, { worker: 'ama-lovelock' }),
    await makeChild(tx),
    await makeChild(tx),
    await makeChild(tx),
  ];
  for (const child of [open, sealed, named, opened, merged]) {
    await warn(tx, child);
    await promise(child, 'ama-lovelock');
    await promise(child, 'gus-merriman');
  }
  for (const child of [sealed, named, opened]) await seal(tx, child);
  await relate(tx, named, 'philippa-standfast', 'named-list');
  await relate(tx, named, 'ama-lovelock', 'named-list');
  await tx.updateTable('child').set({ merged_into: sealed }).where('id', '=', merged).execute();
  for (const [child_id, code] of [
    [opened, 'marguerite-oyelaran'],
    [open, 'ama-lovelock'],
  ] as const)
    await tx
      .insertInto('break_glass')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id,
        staff_id: staffId(code),
        reason: 'Invented, and long enough',
        starts_at: new Date(Date.now() - 60_000),
        ends_at: new Date(Date.now() + 3_600_000),
      })
      .execute();
}

const people = [...Object.values(personOf), 'nasir-hollyoak'];

const columns = sql.raw(
  'child_id, standard_view, involvement_id, subject_id, standard, what, owed_by, named_id, agency, starts_at, started_on, due_on, done_on, link_kind',
);

it.each(people)(
  'what is due is the same to %s by the rows and by what each standard says',
  (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await layDuties(tx);
      // Nobody reads the standards themselves; here everybody may, each under the policies of all their tables.
      await sql`do $$ declare v text; begin
      for v in select viewname from pg_views where schemaname = 'public' loop
        execute format('grant select on %I to foothold_staff', v);
      end loop; end $$`.execute(tx);
      await become(code);
      const kept = await sql`select ${columns} from duty where link_kind <> 'sealed-list'`.execute(
        tx,
      );
      // That a sealed record waits is told to whoever keeps the lists, who may read nothing of it: keeping.test.ts.
      // Where a person may not read all that a standard is made of, it would tell them what is not so.
      const said = await sql`select ${columns} from due_work
      where case when link_kind = 'audit-reading' then named_id = my_staff() and child_id not in (select hidden_children())
        when link_kind = 'time-limit' then may('record.erase')
        when link_kind in ('snapshot', 'national-figure') then named_id = my_staff() or named_id is null and may('figures.sign')
        when link_kind = 'inspection' then named_id = my_staff() or named_id is null and may('inspection.edit')
        when link_kind = 'audit' then named_id = my_staff() or named_id is null and may('audit.manage')
        when link_kind = 'board-seat' then may('board.seat')
        when link_kind = 'sealed-list' then false
        else link_kind in ('action', 'audit-feedback', 'information', 'break-glass') or standard_view in (select my_standards()) end`.execute(
        tx,
      );
      const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
      expect(sorted(kept.rows)).toEqual(sorted(said.rows));
    }),
);

it.each(people)('%s has no duty of a standard that they may not read all of', (code) =>
  trialOfDuties(database(), async ({ tx, become }) => {
    await layDuties(tx);
    await become(code);
    const { rows } = await sql`
      select standard_view from duty where link_kind not in ('action', 'board-seat', 'audit-feedback', 'audit-reading', 'information', 'break-glass', 'time-limit', 'sealed-list', 'inspection', 'audit', 'snapshot', 'national-figure')
        and standard_view not in (select my_standards())`.execute(tx);
    expect(rows).toEqual([]);
  }),
);

const known = [
  // Their rows are asked for themselves, under these.
  'action: once_read',
  'action: inspection_read',
  'break_glass: staff_read',
  'letter: family_with_a_tie',
  'letter_delivery: family_with_a_tie',
  'national_figure: staff_read',
  // Figures that were frozen wait for whoever signs them, and for whom they came back to.
  'figure_snapshot: staff_read',
  'information_request: staff_read',
  // Told to whoever may seal, of a child whom they need not see.
  'restricted_record: staff_read',
  // Rows of no child, which make no duty.
  'decision: inspection_read',
  // Of no child.
  'board_seat: staff_read',
  'audit: staff_read',
  'inspection: staff_read',
  'inspection_audit: staff_read',
  'panel: staff_read',
  'reference_code: everyone_reads',
  'staff: app_read',
  'staff: staff_read',
  'time_limit_override: staff_read',
  'time_limit: everyone_reads',
  'calendar_day: everyone_reads',
];

// Service, class, permission and child: what a table asks besides, duty must ask of its rows.
it('no table that duties are made of asks more than is asked for the duty, but for those that are known', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const { rows } = await sql<{ policy: string }>`
      select distinct p.tablename || ': ' || p.policyname as policy from pg_policies p
      join standard s on p.tablename = any (s.reads)
      where p.cmd in ('SELECT', 'ALL') and p.policyname <> 'owner_all'
        and (p.permissive = 'RESTRICTIVE' or p.policyname <> 'staff_read' or p.qual !~ 'hidden_children|children_apart')
        and p.tablename not in ('victim', 'victim_contact') or p.tablename = 'information_request' and p.policyname = 'staff_read'
      order by 1`.execute(tx);
    expect(rows.map(({ policy }) => policy).sort()).toEqual([...known].sort());
  }));

it('nobody has another service’s duties', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    await become('philippa-standfast');
    const { rows } = await sql`select 1 from duty where service_id <> ${serviceId}`.execute(tx);
    expect(rows).toEqual([]);
  }));

it.each([
  'insert into duty (service_id, standard_view, row_key, subject_id, standard, what, owed_by, link_kind) select service_id, standard_view, 1, subject_id, standard, what, owed_by, link_kind from duty',
  'update duty set done_on = due_on',
  'select * from duty_stale',
  "insert into duty_stale select pg_current_xact_id(), service_id, false, 'action', array[id] from child",
  'select keep_duties(my_service(), null, null)',
  'call keep_all_duties()',
  'select * from due_work',
  'select * from due_action_done',
  'select * from victim_reached',
  'select * from victim_who_is_child',
])('no person, whatever their role, may %s', (statement) =>
  trialOfDuties(database(), async ({ tx, become }) => {
    await become('philippa-standfast');
    await expect(sql.raw(statement).execute(tx)).rejects.toThrow(/permission denied/);
  }),
);

it.each(['duty', 'duty_stale', 'standard'])('nobody takes a row of %s away', (table) =>
  trialOfDuties(database(), async ({ tx, become }) => {
    await become('philippa-standfast');
    await expect(sql`delete from ${sql.table(table)}`.execute(tx)).rejects.toThrow(
      /permission denied/,
    );
  }),
);

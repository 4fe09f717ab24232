import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { demoSnapshotFile, serviceId, staffId, testDatabase, trial } from '../support/database.ts';
import { personOf } from '../support/people-of-roles.ts';

// The demonstration has duties of every kind; on a server, where it is not prepared, there are those that are laid below.
const database = testDatabase({}, demoSnapshotFile);

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

it.each(people)(
  'what is due is the same to %s whether each table is asked or the child once',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      await layDuties(tx);
      const children = (await tx.selectFrom('child').select('id').execute()).map(({ id }) => id);
      await become(code);
      const columns = sql.raw(
        'child_id, involvement_id, subject_id, standard, what, owed_by, owner_id, started_on, due_on, link_kind',
      );
      const order = sql.raw('due_on, subject_id, standard, what');
      const asked =
        await sql`select ${columns} from due_work_of(${serviceId}::uuid, ${children}::uuid[]) order by ${order}`.execute(
          tx,
        );
      const each =
        await sql`select ${columns} from due_work where service_id = ${serviceId} and child_id = any(${children}::uuid[])
        and done_on is null and due_on is not null order by ${order}`.execute(tx);
      expect(asked.rows).toEqual(each.rows);
      const whole = await sql<{ all: boolean; rows: number }>`
        select reads_all_duties() as all, (select count(*)::int from due_work_whole(${children}::uuid[])) as rows`.execute(
        tx,
      );
      const [{ all, rows } = { all: false, rows: 0 }] = whole.rows;
      expect(rows).toBe(all ? each.rows.length : 0);
    }),
);

it('a sealed child’s duties are with their named list, a case manager and a manager have the rest', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    await warn(tx, child);
    const due = async (code: string) => {
      await become(code);
      const { rows } = await sql`
        select * from due_work_of(${serviceId}::uuid, ${[child]}::uuid[]) where link_kind = 'warning'`.execute(
        tx,
      );
      await becomeOwner();
      return rows.length;
    };
    const everybody = ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast'];
    for (const code of everybody) expect(await due(code), code).toBe(1);
    await seal(tx, child);
    for (const code of everybody) expect(await due(code), code).toBe(0);
    await relate(tx, child, 'philippa-standfast', 'named-list');
    expect(await due('philippa-standfast')).toBe(1);
    expect(await due('marguerite-oyelaran')).toBe(0);
  }));

const known = [
  // Repeated there.
  'action: once_read',
  'break_glass: staff_read',
  // Rows of no child, which are asked for by no child.
  'action: inspection_read',
  'decision: inspection_read',
  // Wider than the class for some, and no narrower for those who read all of it.
  'information_request: staff_read',
  'relationship: staff_read',
  // Of no child.
  'reference_code: everyone_reads',
  'staff: app_read',
  'staff: staff_read',
];

// Service, class and child, each asked once: what a table asks besides is repeated in due_work_whole.
it('no table that duties are made of asks more than is asked for the child, but for those that are known', () =>
  trial(database(), async ({ tx }) => {
    const { rows } = await sql<{ policy: string }>`
      select distinct p.tablename || ': ' || p.policyname as policy from pg_policies p
      join information_schema.view_table_usage u on u.table_name = p.tablename
      where (u.view_name like 'due\\_%' or u.view_name in ('live_work', 'met')) and p.cmd in ('SELECT', 'ALL') and p.policyname <> 'owner_all'
        and (p.permissive = 'RESTRICTIVE' or p.qual !~ 'hidden_children' or (p.qual ~ 'may\\(' and p.qual !~ 'victim.view'))
      order by 1`.execute(tx);
    expect(rows.map(({ policy }) => policy).sort()).toEqual(known.sort());
  }));

it('nobody has another service’s duties by asking for its children', () =>
  trial(database(), async ({ tx, become }) => {
    await become('philippa-standfast');
    const other = '00000000-0000-7000-8000-000000000000';
    const { rows } =
      await sql`select * from due_work_of(${other}::uuid, array(select id from child))`.execute(tx);
    expect(rows).toEqual([]);
  }));

import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { laying, layRandomRow } from '../support/random-rows.ts';

const database = sharedDatabase();
const people = ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast'].map(staffId);

/** Every row of these children, by table, as it stands. */
async function standing(tx: Tx, tables: readonly string[], children: readonly string[]) {
  const found: Record<string, unknown[]> = {};
  for (const table of [...tables, 'child_distinction', 'child']) {
    const column = table === 'child' ? 'id' : 'child_id';
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) - 'version' || jsonb_strip_nulls(jsonb_build_object('name_sounds',
        (select jsonb_agg(s order by s) from jsonb_array_elements_text(to_jsonb(t) -> 'name_sounds') s))) as row from ${sql.table(table)} t
      where t.service_id = ${serviceId} and t.${sql.ref(column)} = any (${`{${children.join(',')}}`}::uuid[])
      order by (to_jsonb(t) - '{version,child_id}'::text[])::text`.execute(tx);
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

const merge = async (tx: Tx, kept: string, gone: string) => {
  const { rows } = await sql<{ id: string }>`
    select merge_children(${kept}::uuid, ${gone}::uuid, 'The same birth certificate') as id`.execute(
    tx,
  );
  return rows[0]?.id ?? '';
};

type Told = { readonly theirs?: readonly string[]; readonly ours?: readonly string[] };
async function unmerge(tx: Tx, id: string, { theirs = [], ours = [] }: Told = {}, version = 1) {
  const list = (ids: readonly string[]) => `{${ids.join(',')}}`;
  const { rows } = await sql<{ said: string }>`
    select unmerge_children(${id}::uuid, ${version}, ${list(theirs)}::uuid[], ${list(ours)}::uuid[], 'Two birth certificates') as said`.execute(
    tx,
  );
  return rows[0]?.said;
}

// Every table of the record, on a machine that is busy.
const long = 240_000;
const manager = 'marguerite-oyelaran';
/** Tables whose rows hang on each other, or of which a child has only one: enough for what every table does alike. */
const some = [
  'referral',
  'involvement',
  'contact',
  'offence',
  'victim_involvement',
  'victim',
  'plan',
  'plan_line',
  'information_request',
  'partner_note',
  'review',
  'warning',
  'child_address',
  'oversight_entry',
  'action',
  'correction',
  'relationship',
];
const longAgo = new Date('2026-01-01T09:00:00Z');
const later = new Date('2999-01-01T09:00:00Z');

/** Children with random rows in every table, open to the manager. */
async function layChildren(tx: Tx, seed: number, count: number, only?: readonly string[]) {
  const { lay, tables } = await laying(tx, seed, people, only);
  const children: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const child = await makeChild(tx, { forename: ['Wren', 'Rowan', 'Ash', 'Elm'][n] ?? 'Oak' });
    await relate(tx, child, manager, 'named-list');
    children.push(child);
  }
  const [kept = '', gone = '', third = ''] = children;
  const all = { ...lay, children };
  for (const table of [...tables, 'child_distinction'])
    for (const child of children) await layRandomRow(all, table, child, longAgo);
  return { lay: all, tables, children, kept, gone, third };
}

const exceptWhatIsSaid = (tx: Tx) =>
  sql`delete from child_distinction where reason = 'Two birth certificates'`.execute(tx);

it(
  'two records that were merged by mistake are as they were, whatever rows each had in every table of a child',
  () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), (seed) =>
        trial(database(), async ({ tx, become, becomeOwner }) => {
          const { tables, children, kept, gone } = await layChildren(tx, seed, 2);
          const before = await standing(tx, tables, children);
          expect(Object.keys(before).filter((table) => before[table]?.length === 0)).toEqual([]);
          await become(manager);
          const id = await merge(tx, kept, gone);
          await becomeOwner();
          expect(await standing(tx, tables, children)).not.toEqual(before);
          await become(manager);
          const told = await sql`select from rows_told_apart(${id}::uuid)`.execute(tx);
          expect(told.rows.length).toBeGreaterThan(20);
          expect(await unmerge(tx, id)).toBe('done');
          await becomeOwner();
          await exceptWhatIsSaid(tx);
          expect(await standing(tx, tables, children)).toEqual(before);
        }),
      ),
      { numRuns: 1, endOnFailure: true },
    ),
  240_000,
);

it(
  'the first of two merges is taken back though the kept record went into a third, and then the second',
  () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { tables, children, kept, gone, third } = await layChildren(tx, 7, 3, some);
      const before = await standing(tx, tables, children);
      await become(manager);
      const first = await merge(tx, kept, gone);
      const second = await merge(tx, third, kept);
      expect(await unmerge(tx, first)).toBe('moved-on');
      expect(await unmerge(tx, first, {}, 2)).toBe('done');
      expect(await unmerge(tx, first, {}, 3)).toBe('taken-back');
      await becomeOwner();
      const of = async (child: string) => standing(tx, tables, [child]);
      await exceptWhatIsSaid(tx);
      const only = (rows: unknown[] | undefined, child: string) =>
        rows?.filter((row) => (row as { child_id?: string; id: string }).child_id === child);
      for (const table of tables)
        expect((await of(gone))[table]).toEqual(only(before[table], gone));
      await become(manager);
      expect(await unmerge(tx, second)).toBe('done');
      await becomeOwner();
      await exceptWhatIsSaid(tx);
      expect(await standing(tx, tables, children)).toEqual(before);
    }),
  long,
);

/** What a child may have only one of at a time may not fit beside what goes back. */
const onlyOne = ['plan', 'relationship', 'child_address', 'referral', 'victim_involvement'];

it(
  'what was written since is where somebody says, or goes with what it hangs on: nothing is lost and no row hangs on another child’s',
  () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { lay, tables, kept, gone } = await layChildren(tx, 11, 2, some);
      await become(manager);
      const id = await merge(tx, kept, gone);
      await becomeOwner();
      const laid = Object.fromEntries(
        Object.entries(lay.laid).map(([table, rows]) => [
          table,
          rows.map((row) => ({ ...row, child: kept })),
        ]),
      );
      // What is laid by nobody keeps the day that it is given.
      await sql`select set_config('app.staff', '', true)`.execute(tx);
      for (const table of tables.filter((name) => !onlyOne.includes(name)))
        for (let n = 0; n < 3; n += 1) await layRandomRow({ ...lay, laid }, table, kept, later);
      const counts = async () =>
        Object.entries(await standing(tx, tables, [kept, gone])).map(([table, rows]) => [
          table,
          rows.length,
        ]);
      const before = await counts();
      await become(manager);
      const { rows: told } = await sql<{ id: string; table_name: string; part: string }>`
      select id, table_name, part from rows_told_apart(${id}::uuid)`.execute(tx);
      const half = (part: string) =>
        told.filter((row, n) => row.part === part && n % 2 === 0).map((row) => row.id);
      const [theirs, ours] = [half('since'), half('hangs')];
      expect([theirs.length > 3, ours.length > 0]).toEqual([true, true]);
      expect(await unmerge(tx, id, { theirs, ours })).toBe('done');
      await becomeOwner();
      await exceptWhatIsSaid(tx);
      const made = (table: unknown) => (table === 'child_name' ? 1 : 0);
      const after = await counts();
      expect(after.map(([table, count]) => [table, Number(count) + made(table)])).toEqual(
        before.map(([table, count]) => [
          table,
          // The merge itself took off what said that one of the two is another child.
          table === 'child_distinction' ? after.find(([name]) => name === table)?.[1] : count,
        ]),
      );
      const where = new Map<string, string>();
      for (const table of new Set(told.map(({ table_name }) => table_name))) {
        const { rows } = await sql<{ id: string; child_id: string }>`
        select id, child_id from ${sql.table(table)} where service_id = ${serviceId} and child_id in (${kept}, ${gone})`.execute(
          tx,
        );
        for (const row of rows) where.set(row.id, row.child_id);
      }
      expect(theirs.filter((one) => where.get(one) !== gone)).toEqual([]);
      expect(ours.filter((one) => where.get(one) !== kept)).toEqual([]);
      const { rows: links } = await sql<{ name: string; link: string; parent: string }>`
      select name, link, parent from links_of_children()`.execute(tx);
      for (const { name, link, parent } of links) {
        const crossed =
          await sql`select from ${sql.table(name)} t join ${sql.table(parent)} p on p.service_id = t.service_id and p.id = t.${sql.ref(link)}
        where t.service_id = ${serviceId} and t.child_id in (${kept}, ${gone}) and p.child_id <> t.child_id`.execute(
            tx,
          );
        expect([name, link, crossed.rows.length]).toEqual([name, link, 0]);
      }
    }),
  long,
);

it(
  'a merge older than the list of moved rows is known from the history, and what the history knows goes back',
  () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { tables, kept, gone } = await layChildren(tx, 5, 2, some);
      const ids = async () => {
        const found = await standing(tx, tables, [gone]);
        const rows = tables.flatMap((table) => found[table] ?? []);
        return rows
          .map((row) => (row as { id?: string }).id)
          .filter(Boolean)
          .sort();
      };
      const before = await ids();
      await become(manager);
      await merge(tx, kept, gone);
      await becomeOwner();
      await sql`delete from change_log where table_name = 'child_merge'`.execute(tx);
      await sql`delete from child_merge where other_id = ${gone}`.execute(tx);
      await sql`select know_earlier_merges()`.execute(tx);
      await sql`select know_earlier_merges()`.execute(tx);
      const { rows } = await sql<{ id: string; knows_all: boolean }>`
      select id, knows_all from child_merge where service_id = ${serviceId} and other_id = ${gone}`.execute(
        tx,
      );
      expect(rows.map(({ knows_all }) => knows_all)).toEqual([false]);
      await become(manager);
      expect(await unmerge(tx, rows[0]?.id ?? '')).toBe('done');
      await becomeOwner();
      expect(await ids()).toEqual(before);
    }),
  long,
);

describe('a merge that is taken back', () => {
  const laid = async (tx: Tx) => {
    const [kept, gone] = [await makeChild(tx), await makeChild(tx, { forename: 'Rowan' })];
    const contact = await put.contact(tx, gone, '2026-04-02');
    return { kept, gone, contact };
  };

  it('is in both histories with who, when and why, and what one child’s rows say is in that child’s alone', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { kept, gone, contact } = await laid(tx);
      await become(manager);
      const id = await merge(tx, kept, gone);
      await sql`update contact set notes = 'Told us about home' where id = ${contact}`.execute(tx);
      await unmerge(tx, id);
      const { rows: told } = await sql<{ child_id: string; title: string }>`
        select child_id, title from happened_merge order by happened_at, child_id = ${gone}`.execute(
        tx,
      );
      expect(told.map(({ child_id }) => child_id)).toEqual(
        [kept, kept, gone, gone].sort((a) => (a === kept ? -1 : 1)),
      );
      await becomeOwner();
      const words = async (child: string) =>
        JSON.stringify(
          (
            await sql`select before, after from change_log where service_id = ${serviceId} and child_id = ${child} and changed_by = ${staffId(manager)}`.execute(
              tx,
            )
          ).rows,
        );
      expect(await words(gone)).toContain('Told us about home');
      expect(await words(kept)).not.toMatch(/Told us about home|Rowan|rowan/);
      expect(await words(kept)).toContain('Two birth certificates');
    }));

  it('leaves a restriction that was laid since on both, until somebody lifts it', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { kept, gone } = await laid(tx);
      await relate(tx, kept, manager, 'named-list');
      await become(manager);
      const id = await merge(tx, kept, gone);
      await becomeOwner();
      await seal(tx, kept);
      await sql`update restricted_record set created_at = ${later} where child_id = ${kept}`.execute(
        tx,
      );
      await become(manager);
      expect(await unmerge(tx, id)).toBe('done');
      await become('ama-lovelock');
      expect(
        await tx.selectFrom('child').select('id').where('id', 'in', [kept, gone]).execute(),
      ).toEqual([]);
      await become(manager);
      expect(
        await tx.selectFrom('child').select('id').where('id', 'in', [kept, gone]).execute(),
      ).toHaveLength(2);
    }));

  it('gives back what somebody was typing about what goes back', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { kept, gone, contact } = await laid(tx);
      const draft = (form_key: string) =>
        sql`insert into draft (service_id, staff_id, form_key, typed) values (${serviceId}, ${staffId('ama-lovelock')}, ${form_key}, '{"notes":"Half a"}')`.execute(
          tx,
        );
      await draft(`/children/${gone}/contacts/new`);
      await become(manager);
      const id = await merge(tx, kept, gone);
      await becomeOwner();
      await draft(`/children/${kept}/contacts/${contact}`);
      const keys = async () =>
        (
          await sql<{
            form_key: string;
          }>`select form_key from draft where service_id = ${serviceId} and staff_id = ${staffId('ama-lovelock')} order by 1`.execute(
            tx,
          )
        ).rows.map((row) => row.form_key.split('/')[2]);
      expect(await keys()).toEqual([kept, kept]);
      await become(manager);
      await unmerge(tx, id);
      await becomeOwner();
      expect(await keys()).toEqual([gone, gone]);
    }));
});

describe('who cannot take a merge back', () => {
  const others = ['ama-lovelock', 'philippa-standfast', 'quentin-larkin', 'ursula-peaceful'];
  it.each(others)('%s', (code) =>
    trial(database(), async ({ tx, become }) => {
      const [kept, gone] = [await makeChild(tx), await makeChild(tx)];
      await become(manager);
      const id = await merge(tx, kept, gone);
      await become(code);
      await expect(unmerge(tx, id)).rejects.toThrow(/may not take a merge back/);
    }),
  );

  it('a manager who is not on the list of a record that was sealed since, or of another service; and nobody reads or writes the list of rows', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const [kept, gone] = [await makeChild(tx), await makeChild(tx)];
      await become(manager);
      const id = await merge(tx, kept, gone);
      for (const text of [
        `select from ${'merged_row'}`,
        'delete from child_merge',
        "insert into child_merge (service_id, id, child_id, other_id, into_id, reason) select service_id, id, child_id, other_id, into_id, '' from child_merge",
      ]) {
        await sql`savepoint s`.execute(tx);
        await expect(sql.raw(text).execute(tx)).rejects.toThrow(/permission denied/);
        await sql`rollback to savepoint s`.execute(tx);
      }
      await becomeOwner();
      await seal(tx, kept);
      await become(manager);
      expect((await sql`select from child_merge`.execute(tx)).rows).toEqual([]);
      expect((await sql`select from rows_told_apart(${id}::uuid)`.execute(tx)).rows).toEqual([]);
      await sql`savepoint s`.execute(tx);
      await expect(unmerge(tx, id)).rejects.toThrow(/open to this person/);
      await sql`rollback to savepoint s`.execute(tx);
      await sql`select set_config('app.service', gen_random_uuid()::text, true)`.execute(tx);
      await expect(unmerge(tx, id)).rejects.toThrow(/open to this person/);
    }));
});

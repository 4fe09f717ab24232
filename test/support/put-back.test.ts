import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import type { Database } from '../../src/platform/db/connect.ts';
import { snapshot } from './database.ts';
import { lend } from './lent.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Every row when a database is lent, and when it is lent again after it was worked with. */
async function twice(work: (database: Database) => Promise<unknown>) {
  const first = await lend(snapshot);
  const before = await everything(first.database);
  await work(first.database);
  await first.database.dropOwnerRights();
  await first.remove();
  const second = await lend(snapshot);
  closing.push(second.remove);
  return { before, after: await everything(second.database) };
}

async function everything({ owner }: Database): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`select c.oid::regclass::text as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'pgboss')`.execute(
    owner,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ sum: string }>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql.raw(name)} t`.execute(
      owner,
    );
    found[name] = rows[0]?.sum ?? '';
  }
  return found;
}

it('the next test file finds every row as it was, whatever the one before added, changed or took away', async () => {
  const { before, after } = await twice(async ({ owner }) => {
    await sql`update staff set name = name || ' the Second'`.execute(owner);
    await sql`delete from bank_holiday where day < '2027-01-01'`.execute(owner);
    await sql`delete from staff where id in (select id from staff order by id limit 1)`
      .execute(owner)
      .catch(() => undefined);
    await sql`insert into child (service_id, id, number, forename, surname, date_of_birth_status, name_search)
      select service_id, gen_random_uuid(), 'NEW-1', 'New', 'Today', 'unknown', '' from staff limit 1`.execute(
      owner,
    );
  });
  expect(Object.keys(before).length).toBeGreaterThan(100);
  expect(after).toEqual(before);
});

it('a database whose tables or rules were changed is lent to nobody again', async () => {
  const { before, after } = await twice(async ({ owner }) => {
    await sql`alter table staff add column shoe_size text`.execute(owner);
  });
  expect(after).toEqual(before);
});

it('nor is one into which a long list was put', async () => {
  const { before, after } = await twice(async ({ owner }) => {
    await sql`update reference_code set label = label || '.'`.execute(owner);
  });
  expect(after).toEqual(before);
});

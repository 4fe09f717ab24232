import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPeople } from '../../src/demo/people.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { loginFaults } from '../../src/platform/db/login-faults.ts';
import { beUpToDate, migrate } from '../../src/platform/db/migrate.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { trial } from '../support/database.ts';
import { ask, databaseOf, suiteServer } from './ask.ts';

// A council's database server: its administrator makes a database, its extensions and two logins, neither a superuser, on a
// server where another service has already made the roles.
const mark = `${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
const name = `foothold_plain_${mark}`;
const owner = `foothold_owner_${mark}`;
const app = `foothold_login_${mark}`;
let database: Database;
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';

beforeAll(async () => {
  await ask(
    suiteServer,
    `create database ${name} template template0 encoding 'UTF8'`,
    `create role ${owner} login createdb createrole password '${mark}'`,
    `create role ${app} login password '${mark}'`,
    // A connection that is still going is ended by a member of its login.
    `grant ${owner}, ${app} to current_user`,
  );
  await ask(
    databaseOf(name),
    'create extension pg_trgm',
    'create extension btree_gist',
    'create extension unaccent',
    `alter database ${name} owner to ${owner}`,
  );
  database = await openDatabase({
    url: addressOf({ username: app, password: mark }),
    ownerUrl: addressOf({ username: owner, password: mark }),
    poolSize: 5,
  });
  await migrate(database);
  await database.owner.transaction().execute((tx) => demoPeople(tx, new Date()));
  childId = await database.owner
    .transaction()
    .execute((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  site = await testApp(database);
});

afterAll(async () => {
  await site?.jobs.stop();
  await database?.close();
  await ask(
    suiteServer,
    `drop database if exists ${name} with (force)`,
    `drop role if exists ${owner}`,
    `drop role if exists ${app}`,
  );
});

it('neither login is a superuser, nor above the policies, and the one the server uses owns nothing', async () => {
  const { rows } = await sql<{ login: string; above: boolean; owns: number }>`
    select r.rolname as login, r.rolsuper or r.rolbypassrls as above, (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
    from pg_roles r where r.rolname in (${owner}, ${app}) order by r.rolname`.execute(
    database.owner,
  );
  expect(rows).toEqual([
    { login: app, above: false, owns: 0 },
    { login: owner, above: false, owns: expect.any(Number) },
  ]);
  expect(rows[1]?.owns).toBeGreaterThan(100);
});

it('tells a server whose login owns the tables, or is above their policies, and lets one go on that may only use them', async () => {
  const through = async (login: { username?: string; password?: string }) => {
    const opened = await openDatabase({ url: addressOf(login), poolSize: 2 });
    try {
      await beUpToDate(opened);
      return (await loginFaults(opened)).join();
    } finally {
      await opened.close();
    }
  };
  expect(await through({ username: app, password: mark })).toBe('');
  expect(await through({ username: owner, password: mark })).toContain('owns the tables');
  const above = new URL(process.env.TEST_SUPERUSER_URL ?? suiteServer);
  if (above.username === 'postgres')
    expect(await through({ username: 'postgres' })).toContain('above every policy');
});

it('tells a server that may only use the database that it is of another release', async () => {
  await database.runScript("update repeatable_file set checksum = 'old' where folder = 'policies'");
  const opened = await openDatabase({ url: addressOf({ username: app, password: mark }) });
  await expect(beUpToDate(opened)).rejects.toThrow('run "foothold migrate"');
  await opened.close();
});

it('is brought up to date a second time without a word', async () => {
  await database.runScript("update repeatable_file set checksum = 'of an earlier release'");
  await migrate(database);
});

it('opens the pages, finds a child, and keeps both the looks and the changes', async () => {
  const ama = await site.as('ama-lovelock');
  const pages = [
    urls.home,
    urls.child.overview(childId),
    urls.child.chronology(childId),
    urls.contacts.list(childId),
    urls.plans.current(childId),
  ];
  const answers = await Promise.all(pages.map((path) => ama.get(path)));
  expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200));
  expect(await (await ama.post(urls.children.search, { q: 'Testaway' })).text()).toContain(
    'Wren Testaway',
  );
  const { rows } = await sql<{ looks: number; changes: number }>`
    select (select count(*)::int from access_log where child_id = ${childId}) as looks,
      (select count(*)::int from change_log where child_id = ${childId}) as changes`.execute(
    database.owner,
  );
  expect(rows[0]?.looks).toBeGreaterThanOrEqual(4);
  expect(rows[0]?.changes).toBeGreaterThanOrEqual(2);
});

it(
  'hides a sealed record from those who are not named for it, and every record from who has no claims',
  hidesSealedRecords,
);

it('hides it still when another login, who may act for the owner, brings the database up to date', async () => {
  const other = await openDatabase({ url: databaseOf(name), poolSize: 2 });
  await other.runScript("update repeatable_file set checksum = 'of an earlier release'");
  await migrate(other);
  await other.close();
  await hidesSealedRecords();
});

it('the server’s login can neither take the owner’s rights nor read a row as itself', async () => {
  const attempt = (text: string) =>
    ask(addressOf({ username: app, password: mark }), text).catch((error: unknown) =>
      error instanceof Error && 'code' in error ? error.code : error,
    );
  expect(await attempt(`set role ${owner}`)).toBe('42501');
  expect(await attempt('alter table child disable row level security')).toBe('42501');
  expect(await attempt('create table public.mine (id integer)')).toBe('42501');
});

async function hidesSealedRecords(): Promise<void> {
  await trial(database, async ({ tx, become, becomeOwner }) => {
    const sealed = await makeChild(tx, { restricted: true });
    const seen = async () =>
      (
        await tx.selectFrom('child').select('id').where('id', 'in', [sealed, childId]).execute()
      ).map(({ id }) => id);
    await become('ben-thackery');
    expect(await seen()).toEqual([childId]);
    await becomeOwner();
    await sql`select set_config('app.service', '', true), set_config('role', 'foothold_staff', true)`.execute(
      tx,
    );
    expect(await seen()).toEqual([]);
  });
}

function addressOf(login: { username?: string; password?: string }): string {
  const address = new URL(databaseOf(name));
  if (login.username) address.username = login.username;
  if (login.password) address.password = login.password;
  return address.href;
}

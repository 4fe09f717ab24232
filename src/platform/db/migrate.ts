import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import PgBoss from 'pg-boss';
import { recordMeasures } from '../measures/measure-scripts.ts';
import type { Database } from './connect.ts';
import { loadReference } from './load-reference.ts';
import { loadStatistics } from './load-statistics.ts';

const root = join(import.meta.dirname, '../../../db');
const repeatable = ['policies', 'standards', 'happenings', 'measures'];

/**
 * Brings the database to the newest shape when this process has a login that may; a server whose own login may only use the
 * database insists that somebody has done so.
 */
export async function beUpToDate(database: Database): Promise<void> {
  if (await mayMigrate(database)) return migrate(database);
  if (await isOfAnotherRelease(database))
    throw new Error(
      'The database is of another release: run "foothold migrate" with DATABASE_OWNER_URL, then start again',
    );
}

/** Whether somebody has still to bring the database to this release. Changes nothing. */
export async function isOfAnotherRelease(database: Database): Promise<boolean> {
  const pending = await pendingMigrations(database);
  return pending.length > 0 || (await staleFolders(database.owner)).length > 0;
}

/** Brings the database to the newest shape: roles, migrations, job tables, reference data, then views and policies. */
export async function migrate(database: Database): Promise<void> {
  await database.alone(async () => {
    await makeRoles(database);
    await runMigrations(database);
    await makeJobTables(database);
    await makeRepeatableTable(database);
    await loadReference(database);
    await loadStatistics(database);
    await applyRepeatable(database);
    await keepDuties(database);
    await letAppIn(database);
  });
}

// Roles belong to the whole server: another database of it may have made them already, or be making them now. The app's role
// does not inherit: it has a person's rights only after it has become one, and the owner, who is its member, is never held
// to the policies of people. From PostgreSQL 16 whether one inherits and may become is said at each grant.
async function makeRoles(database: Database): Promise<void> {
  for (const role of ['foothold_app noinherit', 'foothold_staff']) {
    await database.runScript(
      `do $$ begin create role ${role} nologin nobypassrls; exception when duplicate_object or unique_violation then null; end $$`,
    );
  }
  await database.runScript(`
    do $$
    declare
      newer boolean := current_setting('server_version_num')::int >= 160000;
      able text := case when newer then 'SET' else 'MEMBER' end;
    begin
      if (select rolinherit from pg_roles where rolname = 'foothold_app') then alter role foothold_app noinherit; end if;
      if not pg_has_role('foothold_app', 'foothold_staff', able) or pg_has_role('foothold_app', 'foothold_staff', 'USAGE') then
        execute 'grant foothold_staff to foothold_app' || case when newer then ' with inherit false, set true' else '' end;
      end if;
      if not pg_has_role(current_user, 'foothold_app', able) then execute format('grant foothold_app to %I', current_user); end if;
    exception when insufficient_privilege then
      raise exception 'The login % may not become foothold_app: ask the administrator of the database server to run "alter role foothold_app noinherit; grant foothold_staff to foothold_app; grant foothold_app to %"',
        current_user, quote_ident(current_user) using errcode = '42501';
    end $$;
    grant usage on schema public to foothold_app, foothold_staff;`);
}

// Whoever owns the tables, or finds none yet.
async function mayMigrate(database: Database): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select coalesce((select pg_has_role(session_user, c.relowner, 'MEMBER') from pg_class c
      where c.oid = to_regclass('public.kysely_migration')), true) as may`.execute(database.owner);
  return rows[0]?.may ?? true;
}

/**
 * A table that a person makes for themselves could stand in for one of the record. Said at every start, since a copy of a database
 * does not keep who may use it.
 */
export const noTemporaryTables = `
  do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`;

// The server's own login, when it is not the one that migrates, becomes the app's role and nothing else.
async function letAppIn(database: Database): Promise<void> {
  await database.runScript('grant select on kysely_migration, repeatable_file to foothold_app');
  await database.runScript(noTemporaryTables);
  if (!database.appLogin) return;
  await database.runScript(`
    do $$ begin
      if not pg_has_role('${quoted(database.appLogin)}', 'foothold_app', 'MEMBER') then
        execute format('grant foothold_app to %I', '${quoted(database.appLogin)}');
      end if;
    end $$`);
}

const quoted = (text: string) => text.replaceAll("'", "''");

/** Migrations that have not been run yet, by name. Changes nothing. */
export async function pendingMigrations(database: Database): Promise<readonly string[]> {
  const all = await migratorOf(database.owner).getMigrations();
  return all.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
}

/** Every migration that this release has, in order. */
export const knownMigrations = (): readonly string[] =>
  sqlFiles('migrations').map(({ name }) => name);

/** Those that were run here, in order. */
export async function doneMigrations(database: Database): Promise<readonly string[]> {
  const all = await migratorOf(database.owner).getMigrations();
  return all.filter(({ executedAt }) => executedAt).map(({ name }) => name);
}

/** Makes the tables as these migrations alone make them, without reference data and policies: for rows of an earlier release. */
export async function migrateAsFarAs(database: Database, names: readonly string[]): Promise<void> {
  await database.alone(async () => {
    await makeRoles(database);
    await runMigrations(database, names);
    await makeJobTables(database);
    await makeRepeatableTable(database);
  });
}

function migratorOf(db: Database['owner'], names?: readonly string[]): Migrator {
  return new Migrator({
    db,
    // Numbers are given out before the work is done: a release may have a later one and not yet an earlier.
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          sqlFiles('migrations')
            .filter(({ name }) => !names || names.includes(name))
            .map((file): [string, Migration] => [file.name, migrationOf(file)]),
        ),
    },
  });
}

// Until the transaction ends. Whoever else may bring the database up to date does it as the one who owns it: what they made would
// be theirs, and the owner's own functions could not use it.
const asOwner = `do $$
  declare owner text := (select pg_get_userbyid(relowner) from pg_class where oid = to_regclass('public.kysely_migration'));
  begin
    if owner <> current_user then perform set_config('role', owner, true); end if;
  end $$`;

async function runMigrations(database: Database, names?: readonly string[]): Promise<void> {
  const { error } = await migratorOf(database.owner, names).migrateToLatest();
  if (error) throw new Error('The database could not be brought up to date', { cause: error });
}

// In the migrator's own transaction, so that a migration is all or nothing. The embedded driver sends one statement at a time:
// the database itself reads the file's many.
function migrationOf(file: SqlFile): Migration {
  return {
    up: async (db) => {
      await sql.raw(asOwner).execute(db);
      await sql`select set_config('foothold.migration', ${file.text}, true)`.execute(db);
      await sql`do 'begin execute current_setting(''foothold.migration''); end'`.execute(db);
    },
  };
}

async function makeJobTables(database: Database): Promise<void> {
  const found = await sql`select 1 from pg_namespace where nspname = 'pgboss'`.execute(
    database.owner,
  );
  if (found.rows.length > 0) return;
  await database.runScript(PgBoss.getConstructionPlans('pgboss'));
  await database.runScript(`
    grant usage, create on schema pgboss to foothold_app;
    grant all on all tables in schema pgboss to foothold_app;
    grant execute on all functions in schema pgboss to foothold_app;`);
}

const makeRepeatableTable = (database: Database) =>
  database.runScript(
    'create table if not exists repeatable_file (folder text primary key, checksum text not null)',
  );

/** Policies, views and functions are applied again whenever one of their files has changed. */
async function applyRepeatable(database: Database): Promise<void> {
  for (const folder of await staleFolders(database.owner)) {
    await database.runScript(`begin;\n${asOwner};\n${scriptOf(folder)}\ncommit;`);
    await sql`insert into repeatable_file values (${folder}, ${checksumOf(folder)}) on conflict (folder) do update set checksum = excluded.checksum`.execute(
      database.owner,
    );
  }
}

// Folders whose files are not as they were when they were last applied, in the order in which they are applied.
async function staleFolders(db: Database['owner']): Promise<readonly string[]> {
  const { rows } = await sql<{ folder: string; checksum: string }>`
    select folder, checksum from repeatable_file`.execute(db);
  const known = new Map(rows.map(({ folder, checksum }) => [folder, checksum]));
  return repeatable.filter((folder) => known.get(folder) !== checksumOf(folder));
}

const scriptOf = (folder: string) =>
  folder === 'measures'
    ? recordMeasures()
    : sqlFiles(folder)
        .map((file) => file.text)
        .join('\n');

const checksumOf = (folder: string) => createHash('sha256').update(scriptOf(folder)).digest('hex');

/** What is due is worked out anew whenever standards, policies or reference data have changed. */
async function keepDuties(database: Database): Promise<void> {
  const found = await sql<{ wanted: string; kept: string | null }>`
    select md5(string_agg(checksum, ',' order by folder) filter (where folder not in ('duties', 'happenings', 'measures'))) as wanted,
      max(checksum) filter (where folder = 'duties') as kept from repeatable_file`.execute(
    database.owner,
  );
  const { wanted, kept } = found.rows[0] ?? {};
  if (wanted === kept) return;
  await database.runScript(`begin;\n${asOwner};\ncall keep_all_duties();\ncommit;`);
  await sql`insert into repeatable_file values ('duties', ${wanted}) on conflict (folder) do update set checksum = excluded.checksum`.execute(
    database.owner,
  );
}

type SqlFile = { readonly name: string; readonly text: string };

function sqlFiles(folder: string): SqlFile[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      name: name.replace(/\.sql$/, ''),
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
}

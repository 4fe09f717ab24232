import { sql } from 'kysely';
import type { Tx } from '../db/as-actor.ts';
import type { Database } from '../db/connect.ts';
import { doneMigrations, knownMigrations, migrate, migrateAsFarAs } from '../db/migrate.ts';
import { BackupFault } from './container.ts';
import type { Head } from './format.ts';
import { type Contents, checkBackup, differences, linesOf } from './read-backup.ts';
import { adder, rowsOf, type Sum, sayValuesAlike, type Table, tablesOf } from './table-rows.ts';

/**
 * Brings a backup into an empty database, in one transaction: all of it, or nothing. It is read to its end before anything is
 * changed, and each table is compared with it afterwards. A backup of an earlier release is then brought up to date.
 */
export async function restoreBackup(
  database: Database,
  file: string,
  key: string | null,
): Promise<Contents> {
  const contents = await checkBackup(file, key);
  await insistOnRoom(database, contents.head);
  await migrateAsFarAs(database, contents.head.migrations);
  await database.owner.transaction().execute(async (tx) => {
    await sayValuesAlike(tx);
    const tables = await tablesOf(tx);
    insistOnSameTables(contents.head.tables, tables);
    const references = await dropReferences(tx);
    for (const { name } of tables)
      await sql.raw(`alter table ${name} disable trigger user`).execute(tx);
    await sql.raw(`truncate ${tables.map(({ name }) => name).join(', ')}`).execute(tx);
    await load(tx, file, key);
    const wrong = differences(contents.sums, await sumsOf(tx, tables));
    if (wrong.length > 0) throw new BackupFault(`The restore went wrong: ${wrong[0]}`);
    for (const { name } of tables)
      await sql.raw(`alter table ${name} enable trigger user`).execute(tx);
    for (const add of references) await sql.raw(add).execute(tx);
    await moveCountersOn(tx);
    // Policies, views and functions are not rows: they are applied again.
    await sql`delete from repeatable_file where folder not in ('reference', 'statistics')`.execute(
      tx,
    );
  });
  await migrate(database);
  return contents;
}

async function insistOnRoom(database: Database, head: Head): Promise<void> {
  const known = knownMigrations();
  const later = head.migrations.filter((name) => !known.includes(name));
  if (later.length > 0)
    throw new BackupFault(
      `The backup is of a later release (it has ${later[0]}): install that release first`,
    );
  const done = await doneMigrations(database);
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('public.service') is not null as there`.execute(database.owner);
  const filled =
    rows[0]?.there && (await database.owner.selectFrom('service').select('id').executeTakeFirst());
  if (filled || done.some((name) => !head.migrations.includes(name)))
    throw new BackupFault(
      'There is a record here already: restore into an empty database or data directory',
    );
}

function insistOnSameTables(said: readonly Table[], found: readonly Table[]): void {
  const words = (tables: readonly Table[]) =>
    tables.map(({ name, columns }) => `${name} (${columns.join(', ')})`);
  const [there, here] = [new Set(words(said)), words(found)];
  const other = here.filter((table) => !there.has(table));
  if (other.length > 0 || here.length !== there.size)
    throw new BackupFault(
      `The tables of the backup are not those of this release: ${other[0] ?? 'one is missing'}`,
    );
}

// Rows come table by table, so what refers to what is checked once at the end, for all of them.
async function dropReferences(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ drop: string; add: string }>`
    select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
      format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as add
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where n.nspname in ('public', 'pgboss') and c.contype = 'f' and c.conparentid = 0 order by c.oid`.execute(
    tx,
  );
  for (const { drop } of rows) await sql.raw(drop).execute(tx);
  return rows.map(({ add }) => add);
}

async function load(tx: Tx, file: string, key: string | null): Promise<void> {
  let into: { readonly name: string; readonly columns: string } | undefined;
  for await (const line of linesOf(file, key)) {
    if (Array.isArray(line)) {
      if (into) await add(tx, into, line);
    } else if (line.kind === 'table')
      into = { name: line.name, columns: await givenColumns(tx, line.name) };
  }
}

// Columns that the database works out itself are not given to it.
async function givenColumns(tx: Tx, name: string): Promise<string> {
  const { rows } = await sql<{ columns: string }>`
    select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
    where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    tx,
  );
  return rows[0]?.columns ?? '';
}

async function add(
  tx: Tx,
  { name, columns }: { readonly name: string; readonly columns: string },
  lines: readonly string[],
): Promise<void> {
  const list = `{${lines.map((line) => `"${line.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
  await sql`insert into ${sql.raw(name)} (${sql.raw(columns)}) overriding system value
    select ${sql.raw(columns)} from unnest(${list}::text::${sql.raw(name)}[])`.execute(tx);
}

async function sumsOf(tx: Tx, tables: readonly Table[]): Promise<Record<string, Sum>> {
  const sums: Record<string, Sum> = {};
  for (const table of tables) {
    const all = adder();
    for await (const rows of rowsOf(tx, table)) all.add(rows);
    sums[table.name] = all.sum();
  }
  return sums;
}

// What numbers itself goes on after the last that was given.
async function moveCountersOn(tx: Tx): Promise<void> {
  const { rows } = await sql<{ move: string }>`
    select format('select setval(%L, coalesce((select max(%I) from %s), 0) + 1, false)', s.oid::regclass, a.attname, a.attrelid::regclass) as move
    from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' and s.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')`.execute(
    tx,
  );
  for (const { move } of rows) await sql.raw(move).execute(tx);
}

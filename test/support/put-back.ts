import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/platform/db/connect.ts';
import type { DB } from '../../src/platform/db/tables.generated.ts';

type Table = {
  readonly name: string;
  readonly kept: string;
  readonly columns: string;
  readonly key: string | null;
};
/** The tables as they were when they were remembered; whatever a transaction after the mark has written is not theirs. */
export type AsItWas = { readonly tables: readonly Table[]; mark: string };

// To put back more than this takes longer than to open another copy.
const most = 5_000;

/** Keeps each row of an embedded database beside it, for `putBack`. */
export async function remember(database: Database): Promise<AsItWas> {
  const tables = await unbound(database, async (tx) => {
    await sql`create schema as_it_was`.execute(tx);
    const { rows } = await sql<Table>`
      select c.oid::regclass::text as name, 'as_it_was.t' || c.oid as kept,
        (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
        (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
          where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'pgboss')`.execute(
      tx,
    );
    for (const { name, kept, columns } of rows)
      await sql`create table ${sql.raw(kept)} as select ${sql.raw(columns)} from ${sql.raw(name)}`.execute(
        tx,
      );
    return rows;
  });
  return { tables, mark: await unbound(database, nextTransaction) };
}

/**
 * Takes away what was added since, and puts back what was changed or taken away. False, with nothing done, when that is
 * not worth it: there is too much, or the tables or what stands in the database beside them are other than they were.
 */
export async function putBack(database: Database, was: AsItWas): Promise<boolean> {
  await sql`reset role`.execute(database.owner);
  const changed = await unbound(database, async (tx) => {
    if (await isRebuilt(tx, was.mark)) return null;
    await sql`select set_config('session_replication_role', 'replica', true)`.execute(tx);
    const { rows } = await sql
      .raw<{ name: string; written: number; lost: number }>(
        was.tables.map((table) => differencesOf(table, was.mark)).join(' union all '),
      )
      .execute(tx);
    const others = rows.filter(({ written, lost }) => written + lost > 0);
    if (others.reduce((sum, { written }) => sum + written, 0) > most) return null;
    const touched = was.tables.filter(({ name }) => others.some((other) => other.name === name));
    for (const table of touched) await putBackIn(tx, table, was.mark);
    return touched;
  });
  if (!changed) return false;
  for (const { name } of changed) await sql`vacuum ${sql.raw(name)}`.execute(database.owner);
  was.mark = await unbound(database, nextTransaction);
  return true;
}

const writtenSince = (mark: string) => `xmin::text::bigint >= ${mark}`;

const differencesOf = ({ name, kept }: Table, mark: string) =>
  `select '${name}' as name, count(*) filter (where ${writtenSince(mark)})::int as written,
    ((select count(*) from ${kept}) - count(*) filter (where not ${writtenSince(mark)}))::int as lost from ${name}`;

async function putBackIn(tx: Kysely<DB>, { name, kept, columns, key }: Table, mark: string) {
  await sql.raw(`delete from ${name} where ${writtenSince(mark)}`).execute(tx);
  if (key)
    await sql
      .raw(`insert into ${name} (${columns}) overriding system value
        select ${columns} from ${kept} where (${key}) not in (select ${key} from ${name})`)
      .execute(tx);
}

const isRebuilt = async (tx: Kysely<DB>, mark: string) => {
  const catalogues = ['pg_class', 'pg_proc', 'pg_policy', 'pg_trigger', 'pg_attribute'];
  const { rows } = await sql
    .raw<{ is: boolean }>(
      `select ${catalogues.map((name) => `exists (select from ${name} where ${writtenSince(mark)})`).join(' or ')} as is`,
    )
    .execute(tx);
  return rows[0]?.is ?? true;
};

const nextTransaction = async (tx: Kysely<DB>) => {
  const { rows } = await sql<{
    mark: string;
  }>`select (pg_current_xact_id()::text::bigint + 1)::text as mark`.execute(tx);
  return rows[0]?.mark ?? '';
};

/** As the owner of all tables, whom nothing binds. */
const unbound = <T>({ owner }: Database, work: (tx: Kysely<DB>) => Promise<T>): Promise<T> =>
  owner.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'none', true)`.execute(tx);
    return work(tx);
  });

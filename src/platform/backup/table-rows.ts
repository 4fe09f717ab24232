import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/as-actor.ts';

/** A table as it stands in a backup. */
export type Table = {
  /** Its schema and name, as SQL says them. */
  readonly name: string;
  /** Every column in its order, since a row is written as one text of all of them. */
  readonly columns: readonly string[];
};

/** How many rows a table has, and a sum over them that is the same in whatever order they come. */
export type Sum = { readonly rows: number; readonly sum: string };

const rowsAtOnce = 200;

/** Every table with data of the service, the jobs that wait among them; how far the database was migrated is said apart. */
export async function tablesOf(tx: Tx): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select c.oid::regclass::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('kysely_migration', 'kysely_migration_lock') and (n.nspname, c.relname) <> ('pgboss', 'version')
    group by c.oid, n.nspname, c.relname order by n.nspname, c.relname`.execute(tx);
  return rows;
}

/** Every value is written in one way, whatever the server's own settings are. */
export async function sayValuesAlike(tx: Tx): Promise<void> {
  await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'postgres', true),
    set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true), set_config('search_path', 'public', true)`.execute(
    tx,
  );
}

/** The rows of a table, some at a time, each as PostgreSQL writes a row in text. */
export async function* rowsOf(tx: Tx, { name }: Table): AsyncGenerator<readonly string[]> {
  await sql
    .raw(`declare backup_rows no scroll cursor for select r::text as line from ${name} r`)
    .execute(tx);
  for (;;) {
    const { rows } = await sql
      .raw<{ line: string }>(`fetch ${rowsAtOnce} from backup_rows`)
      .execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await sql.raw('close backup_rows').execute(tx);
}

/** Adds rows to a sum: eight bytes of each row's hash, added up. */
export function adder() {
  let rows = 0;
  let sum = 0n;
  return {
    add: (lines: readonly string[]) => {
      rows += lines.length;
      for (const line of lines)
        sum += createHash('sha256').update(line).digest().readBigUInt64BE(0);
    },
    sum: (): Sum => ({ rows, sum: BigInt.asUintN(64, sum).toString(16) }),
  };
}

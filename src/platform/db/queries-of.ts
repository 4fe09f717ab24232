import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Tx } from './as-actor.ts';
import type { DB } from './tables.generated.ts';

export type QueryText = { readonly sql: string; readonly parameters: readonly unknown[] };

/**
 * The text of the queries that a function sends, as it would send them. They go to a database that
 * has no rows and keeps only their text, so that what is shown to a reader cannot differ from what runs.
 */
export async function queriesOf(read: (tx: Tx) => Promise<unknown>): Promise<readonly QueryText[]> {
  const sent: QueryText[] = [];
  const db = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void sent.push(textOf(query)),
  });
  await db.transaction().execute(read);
  return sent.filter(({ sql }) => !/^(begin|commit|rollback)/.test(sql));
}

const textOf = ({ sql, parameters }: CompiledQuery): QueryText => ({ sql, parameters });

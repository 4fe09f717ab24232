import type { PostgresCursor, PostgresPool, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

// A plan stays in each connection's memory: enough for every page, and an end for lists of changing length.
const mostPlans = 400;

/** The same pool, whose connections plan a statement once: with its policies, planning a page takes longer than running it. */
export function rememberPlans(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known || names.size >= mostPlans) return known;
    const name = `s${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
      function query(text: unknown, values: readonly unknown[] = []): unknown {
        if (typeof text !== 'string') throw new Error('Statements are read whole, not by cursor');
        const name = nameOf(text);
        return client.query({ ...(name ? { name } : {}), text, values: [...values] });
      }
      return { query, release: (destroy) => client.release(destroy) };
    },
    end: () => pool.end(),
  };
}

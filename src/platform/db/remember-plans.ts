import type { PostgresCursor, PostgresPool, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { isSentAlong } from './sent-along.ts';

// A plan stays in each connection's memory: enough for every page, and an end for lists of changing length.
const mostPlans = 400;

const begin = 'begin';
const nothing = { command: 'SELECT' as const, rowCount: 0, rows: [] };

/**
 * The same pool, whose connections plan a statement once, since with its policies planning a page takes longer than running it;
 * and send what is only to be done, the beginning of a transaction among it, in one piece with the statement that follows.
 */
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
      const send = (text: string, values: readonly unknown[]) => {
        const name = nameOf(text);
        return client.query({ ...(name ? { name } : {}), text, values: [...values] });
      };
      // What waits goes with the statement after it; outside a transaction none need follow, so nothing waits.
      let isBegun = false;
      let waiting: (readonly [text: string, values: readonly unknown[]])[] = [];
      const ask = async (text: string, values: readonly unknown[]) => {
        isBegun ||= text === begin;
        if (isBegun && (text === begin || isSentAlong(text))) {
          waiting.push([text, values]);
          return nothing;
        }
        const before = waiting;
        waiting = [];
        if (text === 'commit' || text === 'rollback') isBegun = false;
        if (text === 'rollback') return before[0]?.[0] === begin ? nothing : send(text, values);
        client.connection.stream.cork();
        const sent = [...before, [text, values] as const].map((each) => send(...each));
        client.connection.stream.uncork();
        // The first that fails says why; those after it are told only that their transaction is lost.
        return (await Promise.all(sent)).at(-1);
      };
      function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
      function query(text: unknown, values: readonly unknown[] = []): unknown {
        if (typeof text !== 'string') throw new Error('Statements are read whole, not by cursor');
        return ask(text, values);
      }
      return { query, release: (destroy) => client.release(destroy) };
    },
    end: () => pool.end(),
  };
}

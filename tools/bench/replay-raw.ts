import pg from 'pg';
import type { Statement } from '../../src/platform/db/connect.ts';
import { inParallel, warmUp } from './percentiles.ts';

/** The limit: the page's own statements and parameters, in one transaction, straight through the driver. */
export async function replayRaw(
  url: string,
  statements: readonly Statement[],
  people: number,
  times: number,
): Promise<number[]> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    options: '-c role=foothold_app -c jit=off -c plan_cache_mode=force_generic_plan',
  });
  const known = new Set(
    statements.filter(({ sql }) => !isInsert(sql)).flatMap(({ parameters }) => parameters),
  );
  const visit = async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const fresh = new Map<string, string>();
      for (const [index, { sql, parameters }] of statements.entries())
        await client.query({
          name: `raw${index}`,
          text: sql,
          values: parameters.map((value) => renewed(value, known, fresh)),
        });
    } finally {
      // Rolled back, so that a note saved once can be sent again.
      await client.query('rollback');
      client.release();
    }
  };
  await warmUp(people, visit);
  const taken = await inParallel(people, times, visit);
  await pool.end();
  return taken;
}

const isInsert = (sql: string) => /^\s*insert/i.test(sql);
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);

// A row's own id was made for the first visit: each visit after it needs one of its own, the same in all its statements.
function renewed(value: unknown, known: ReadonlySet<unknown>, fresh: Map<string, string>): unknown {
  if (!isId(value) || known.has(value)) return value;
  const id = fresh.get(value) ?? crypto.randomUUID();
  fresh.set(value, id);
  return id;
}

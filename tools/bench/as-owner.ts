import pg from 'pg';
import type { Statement } from '../../src/platform/db/connect.ts';
import { rememberPlans } from '../../src/platform/db/remember-plans.ts';
import { usedBetween, usedByBackends } from './copies.ts';

/**
 * What PostgreSQL needs for the same statements, word for word and with the same parameters, from the owner: nobody's
 * policies are asked. The first visits are not counted: as in the server, a connection plans each statement once, and what is
 * only to be done is sent along with the next.
 */
export async function replayAsOwner(
  url: string,
  visits: readonly (readonly Statement[])[],
  uncounted: number,
): Promise<number | null> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    pipeline: true,
    options: '-c jit=off -c plan_cache_mode=force_generic_plan',
  });
  // What ends it otherwise has been told by the statement that failed.
  pool.on('error', () => undefined);
  const connection = await rememberPlans(pool).connect();
  const visit = async (statements: readonly Statement[]) => {
    for (const { sql, parameters } of statements) {
      // The claims are told as they were, but for the role whom the policies bind.
      await connection.query(sql.replace(`'foothold_staff'`, `'none'`), parameters);
    }
  };
  try {
    for (const statements of visits.slice(0, uncounted)) await visit(statements);
    const before = await usedByBackends(url);
    for (const statements of visits.slice(uncounted)) await visit(statements);
    const used = usedBetween(before, await usedByBackends(url));
    return used === null ? null : used / (visits.length - uncounted);
  } finally {
    connection.release();
    await pool.end();
  }
}

import pg from 'pg';
import type { Statement } from '../../src/platform/db/connect.ts';
import { inParallel } from './percentiles.ts';

/** The limit: the page's own statements and parameters, in one transaction, straight through the driver. */
export async function replayRaw(
  url: string,
  statements: readonly Statement[],
  people: number,
  times: number,
): Promise<number[]> {
  const pool = new pg.Pool({ connectionString: url, max: 20, options: '-c role=foothold_app' });
  const visit = async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const { sql, parameters } of statements) await client.query(sql, [...parameters]);
    } finally {
      // Rolled back, so that a note saved once can be sent again.
      await client.query('rollback');
      client.release();
    }
  };
  const taken = await inParallel(people, times, visit);
  await pool.end();
  return taken;
}

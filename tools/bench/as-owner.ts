import pg from 'pg';
import type { Statement } from '../../src/platform/db/connect.ts';
import { usedBetween, usedByBackends } from './copies.ts';

/**
 * What PostgreSQL needs for the same statements, word for word and with the same parameters, from the owner: nobody's
 * policies are asked. The first visits are not counted: as in the server, a connection plans each statement once.
 */
export async function replayAsOwner(
  url: string,
  visits: readonly (readonly Statement[])[],
  uncounted: number,
): Promise<number | null> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c jit=off -c plan_cache_mode=force_generic_plan',
  });
  // What ends it otherwise has been told by the statement that failed.
  client.on('error', () => undefined);
  await client.connect();
  const names = new Map<string, string>();
  const visit = async (statements: readonly Statement[]) => {
    for (const { sql, parameters } of statements) {
      // The claims are told as they were, but for the role whom the policies bind.
      const text = sql.replace(`'foothold_staff'`, `'none'`);
      const name = names.get(text) ?? `s${names.size}`;
      names.set(text, name);
      await client.query({ name, text, values: [...parameters] });
    }
  };
  try {
    for (const statements of visits.slice(0, uncounted)) await visit(statements);
    const before = await usedByBackends(url);
    for (const statements of visits.slice(uncounted)) await visit(statements);
    const used = usedBetween(before, await usedByBackends(url));
    return used === null ? null : used / (visits.length - uncounted);
  } finally {
    await client.end();
  }
}

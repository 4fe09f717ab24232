import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** The address of another database of the same server. */
export function addressOf(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

/** Asks one thing on a connection of its own. */
export async function askOnce<T extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Runs work on a fresh copy of a filled database, which is dropped after: whatever the work before it wrote, this does not read. */
export async function onCopy<T>(
  server: string,
  template: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const name = `${template}_copy`;
  await askOnce(server, `drop database if exists ${name} with (force)`);
  await askOnce(server, `create database ${name} template ${template} strategy file_copy`);
  try {
    const url = addressOf(server, name);
    // Sessions were begun when the database was filled, and nobody has been away since.
    await askOnce(url, 'update auth_session set last_seen_at = now()');
    return await work(url);
  } finally {
    await askOnce(server, `drop database if exists ${name} with (force)`);
  }
}

/**
 * Processor time, in milliseconds, that PostgreSQL's processes for a database have used, each by its id; null where the
 * server runs on another machine or the system does not say.
 */
export async function usedByBackends(url: string): Promise<ReadonlyMap<number, number> | null> {
  const rows = await askOnce<{ pid: number }>(
    url,
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const used = rows.flatMap(({ pid }) => {
    const file = `/proc/${pid}/schedstat`;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text ? [[pid, Number(text.split(' ')[0]) / 1e6] as const] : [];
  });
  return used.length === rows.length && used.length > 0 ? new Map(used) : null;
}

type Used = Awaited<ReturnType<typeof usedByBackends>>;

/** What was used between two times of asking. */
export function usedBetween(before: Used, after: Used): number | null {
  if (!before || !after) return null;
  let total = 0;
  for (const [pid, ms] of after) total += ms - (before.get(pid) ?? 0);
  return total;
}

import pg from 'pg';

/** The server that the suite runs on: see tools/with-postgres.ts. */
export const suiteServer = process.env.TEST_DATABASE_URL ?? '';

/** Another database of that server. */
export function databaseOf(name: string): string {
  const address = new URL(suiteServer);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs statements one after another on a connection of their own. */
export async function ask(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

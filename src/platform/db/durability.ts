import { sql } from 'kysely';
import type { Database } from './connect.ts';

/** Whether what was saved outlasts a power cut, and what to mend when it does not. */
export async function durability(
  database: Database,
): Promise<{ readonly what: string; readonly mend: string | null }> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`.execute(
    database.owner,
  );
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  return {
    what: 'What is saved outlasts a power cut (fsync)',
    mend: off.length > 0 ? `${off.join(', ')} is off: turn it on in postgresql.conf` : null,
  };
}

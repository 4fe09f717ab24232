import { sql } from 'kysely';
import type { Database } from '../../src/platform/db/connect.ts';

/** What stands in the tables, past every policy, also while a program holds the embedded database. */
export async function readAsOwner<Row>(database: Database, text: string) {
  return database.kind === 'embedded'
    ? database.app.connection().execute(async (one) => {
        await sql`reset role`.execute(one);
        const found = await sql<Row>`${sql.raw(text)}`.execute(one);
        await sql`set role foothold_app`.execute(one);
        return found;
      })
    : sql<Row>`${sql.raw(text)}`.execute(database.owner);
}

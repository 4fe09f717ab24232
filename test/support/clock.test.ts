import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sharedDatabase } from './database.ts';

const database = sharedDatabase();

test('the tests and the database have one clock', async () => {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(
    database().owner,
  );
  expect(Math.abs(Date.now() - Number(rows[0]?.now))).toBeLessThan(60_000);
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const tables = [
  'auth_user',
  'auth_session',
  'auth_account',
  'auth_verification',
  'auth_two_factor',
  'auth_rate_limit',
  'auth_used_code',
  'heartbeat',
];

describe.each(tables)('%s', (table) => {
  it.each(['ama-lovelock', 'philippa-standfast', 'freddie-okafor-bright'])(
    '%s reads and writes nothing of it: sign-in belongs to the server alone',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await become(code);
        await expect(sql`select 1 from ${sql.table(table)}`.execute(tx)).rejects.toThrow(
          /permission denied/,
        );
      }),
  );

  it('nobody deletes from it either', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await expect(sql`delete from ${sql.table(table)}`.execute(tx)).rejects.toThrow(
        /permission denied/,
      );
    }));
});

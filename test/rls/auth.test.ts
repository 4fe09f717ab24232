import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
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

it('the server itself makes somebody who signs in, finds them and changes their name', () =>
  trial(database(), async ({ tx }) => {
    const id = newId();
    await sql`set local role foothold_app`.execute(tx);
    await tx
      .insertInto('auth_user')
      .values({ id, name: 'Wren', email: 'wren@eastmarsh.example', emailVerified: true })
      .execute();
    const changed = await tx
      .updateTable('auth_user')
      .set({ name: 'Wren Field' })
      .where('id', '=', id)
      .executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(1n);
  }));

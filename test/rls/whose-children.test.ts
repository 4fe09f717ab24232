import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();

const seen = async (tx: Tx, child: string) =>
  (await tx.selectFrom('child').select('id').where('id', '=', child).execute()).length;

// Whose children somebody sees is found once a transaction: it is found again when what it is made of changes in it.
describe('within one transaction', () => {
  it('a tie counts at once, and so does its end', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx);
      const back = async () => sql`select set_config('role', 'foothold_staff', true)`.execute(tx);
      await become('rosamund-achebe');
      expect(await seen(tx, child)).toBe(0);
      await becomeOwner();
      await relate(tx, child, 'rosamund-achebe', 'partner');
      await back();
      expect(await seen(tx, child)).toBe(1);
      await becomeOwner();
      await sql`update relationship set ends_at = now() where service_id = ${serviceId} and child_id = ${child}`.execute(
        tx,
      );
      await back();
      expect(await seen(tx, child)).toBe(0);
    }));

  it('a record that is sealed is hidden at once, from its worker and from everybody of the service', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      for (const code of ['ama-lovelock', 'marguerite-oyelaran']) {
        await become(code);
        expect(await seen(tx, child), code).toBe(1);
      }
      await becomeOwner();
      await sql`savepoint before`.execute(tx);
      await seal(tx, child);
      await sql`select set_config('role', 'foothold_staff', true)`.execute(tx);
      expect(await seen(tx, child)).toBe(0);
      await sql`rollback to savepoint before`.execute(tx);
      await sql`select set_config('role', 'foothold_staff', true)`.execute(tx);
      expect(await seen(tx, child)).toBe(1);
    }));

  it('nobody has the children of whoever was asked for before them', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, 'rosamund-achebe', 'partner');
      await become('rosamund-achebe');
      expect(await seen(tx, child)).toBe(1);
      await become('sunil-featherstone');
      expect(await seen(tx, child)).toBe(0);
      await sql`select set_config('app.staff', ${staffId('rosamund-achebe')}, true)`.execute(tx);
      expect(await seen(tx, child)).toBe(1);
      await sql`select set_config('app.staff', '', true)`.execute(tx);
      expect(await seen(tx, child)).toBe(0);
    }));
});

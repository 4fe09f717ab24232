import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const administrator = 'freddie-okafor-bright';

const person = (email = 'new.person@eastmarsh.example') => ({
  service_id: serviceId,
  id: newId(),
  name: 'New Person',
  email,
  job_title: 'Case manager',
  agency: 'youth-justice',
  role: 'case-manager',
  active_from: '2026-01-01',
});

describe('who cannot change people’s access', () => {
  it.each([
    'ama-lovelock',
    'marguerite-oyelaran',
    'philippa-standfast',
    'annie-twelvetrees',
    'desmond-plumb',
  ])('%s adds nobody and changes nobody', (code) =>
    trial(database(), async ({ tx, become }) => {
      await become(code);
      const changed = await tx
        .updateTable('staff')
        .set({ role: 'head-of-service' })
        .where('id', '=', staffId('ben-thackery'))
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
      await expect(tx.insertInto('staff').values(person()).execute()).rejects.toThrow(
        /row-level security/,
      );
    }),
  );

  it('an administrator changes everyone but themself', () =>
    trial(database(), async ({ tx, become }) => {
      await become(administrator);
      const setRole = (code: string) =>
        tx
          .updateTable('staff')
          .set({ role: 'practice-manager' })
          .where('id', '=', staffId(code))
          .executeTakeFirst();
      expect((await setRole('ben-thackery')).numUpdatedRows).toBe(1n);
      expect((await setRole(administrator)).numUpdatedRows).toBe(0n);
    }));

  it('not even an administrator says who signs in as whom', () =>
    trial(database(), async ({ tx, become }) => {
      await become(administrator);
      await expect(
        tx
          .updateTable('staff')
          .set({ auth_user_id: 'theirs' })
          .where('id', '=', staffId('ben-thackery'))
          .execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it('nobody is deleted: what they wrote keeps its author', () =>
    trial(database(), async ({ tx, become }) => {
      await become(administrator);
      await expect(
        tx.deleteFrom('staff').where('id', '=', staffId('ben-thackery')).execute(),
      ).rejects.toThrow(/permission denied/);
    }));
});

describe('a sign-in link', () => {
  const give = (code: string) => sql`select give_sign_in(${staffId(code)}::uuid, 'a-token', true)`;

  it.each(['ama-lovelock', 'philippa-standfast'])('%s cannot make one', (code) =>
    trial(database(), async ({ tx, become }) => {
      await become(code);
      await expect(give('ben-thackery').execute(tx)).rejects.toThrow(/not permitted/);
    }),
  );

  it('an administrator cannot make one for themself', () =>
    trial(database(), async ({ tx, become }) => {
      await become(administrator);
      await expect(give(administrator).execute(tx)).rejects.toThrow(/not permitted/);
    }));

  it('makes an identity for someone new, under their e-mail, and follows when the e-mail changes', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      await become(administrator);
      const row = person('New.Person@Eastmarsh.example');
      await tx.insertInto('staff').values(row).execute();
      await sql`select give_sign_in(${row.id}::uuid, 'a-token', false)`.execute(tx);
      await tx
        .updateTable('staff')
        .set({ email: 'married.name@eastmarsh.example' })
        .where('id', '=', row.id)
        .execute();
      await becomeOwner();
      const identity = await tx
        .selectFrom('auth_user')
        .innerJoin('staff', 'staff.auth_user_id', 'auth_user.id')
        .select(['auth_user.email', 'auth_user.emailVerified'])
        .where('staff.id', '=', row.id)
        .executeTakeFirst();
      expect(identity).toEqual({ email: 'married.name@eastmarsh.example', emailVerified: true });
    }));
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { limitDue } from '../../src/platform/db/limit-due.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const own = {
  service_id: serviceId,
  time_limit_id: 'referral-screen',
  number: 9,
  unit: 'days',
  reason: 'Invented',
};

describe('the service’s own time limits', () => {
  it.each(['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast', 'gwendolen-osei'])(
    '%s sets none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await become(code);
        await expect(tx.insertInto('time_limit_override').values(own).execute()).rejects.toThrow(
          /row-level security/,
        );
      }),
  );

  it('a manager neither changes nor drops one that stands', () =>
    trial(database(), async ({ tx, become }) => {
      await tx.insertInto('time_limit_override').values(own).execute();
      await become('philippa-standfast');
      const changed = await tx
        .updateTable('time_limit_override')
        .set({ number: 90 })
        .executeTakeFirst();
      const dropped = await tx.deleteFrom('time_limit_override').executeTakeFirst();
      expect([changed.numUpdatedRows, dropped.numDeletedRows]).toEqual([0n, 0n]);
    }));

  it('the figure that came with Foothold is changed by nobody', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await expect(tx.updateTable('time_limit').set({ number: 90 }).execute()).rejects.toThrow(
        /permission denied/,
      );
    }));
});

describe('a time for keeping records that is below the floor', () => {
  const short = { ...own, time_limit_id: 'record-retention', number: 12, unit: 'months' };
  const dueOf = async (tx: Tx) =>
    (await limitDue(tx, serviceId, 'record-retention', '2020-01-01')) ?? '';
  const agree = (tx: Tx) =>
    tx
      .updateTable('time_limit_override')
      .set({ agreed_by: staffId('ama-lovelock') })
      .where('time_limit_id', '=', 'record-retention')
      .executeTakeFirst();

  it.each([
    [12, 'months', '2026-01-01'],
    [300, 'days', '2026-01-01'],
    [71, 'months', '2026-01-01'],
    [72, 'months', '2026-01-01'],
    [84, 'months', '2027-01-01'],
  ])('%d %s set by the administrator alone: a record of 2020 is due on %s', (number, unit, due) =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await tx
        .insertInto('time_limit_override')
        .values({ ...short, number, unit })
        .execute();
      expect(await dueOf(tx)).toBe(due);
    }),
  );

  it('is agreed to by the head of service, in their own name, and counts from then on; a change begins it anew', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await tx
        .insertInto('time_limit_override')
        .values({ ...short, stands: true })
        .execute();
      for (const code of ['freddie-okafor-bright', 'marguerite-oyelaran', 'ama-lovelock']) {
        await become(code);
        await sql`savepoint attempt`.execute(tx);
        await agree(tx).catch(() => undefined);
        await sql`rollback to savepoint attempt`.execute(tx);
        expect(await dueOf(tx), code).toBe('2026-01-01');
      }
      await become('philippa-standfast');
      const told = await tx.selectFrom('access_notice').select('kind').execute();
      expect(told.map(({ kind }) => kind)).toContain('shorter-keeping');
      await sql`savepoint attempt`.execute(tx);
      const longer = tx.updateTable('time_limit_override').set({ number: 1 }).execute();
      await expect(longer).rejects.toThrow(/does not change it/);
      await sql`rollback to savepoint attempt`.execute(tx);
      await agree(tx);
      expect(await dueOf(tx)).toBe('2021-01-01');
      const { agreed_by } = await tx
        .selectFrom('time_limit_override')
        .select('agreed_by')
        .executeTakeFirstOrThrow();
      expect(agreed_by).toBe(staffId('philippa-standfast'));
      await become('freddie-okafor-bright');
      await tx.updateTable('time_limit_override').set({ number: 6 }).execute();
      expect(await dueOf(tx)).toBe('2026-01-01');
    }));

  it('the administrator agrees to none of their own by writing that somebody did', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await tx
        .insertInto('time_limit_override')
        .values({ ...short, agreed_by: staffId('philippa-standfast') })
        .execute();
      expect(await dueOf(tx)).toBe('2026-01-01');
    }));
});

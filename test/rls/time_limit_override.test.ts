import { describe, expect, it } from 'vitest';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

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

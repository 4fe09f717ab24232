import { describe, expect, it } from 'vitest';
import { sharedDatabase, trial } from '../support/database.ts';
import { makeList, outsiders } from '../support/referral-lists.ts';

const database = sharedDatabase();

describe('who cannot see or change a held row', () => {
  it.each(outsiders)('%s, who has nothing to do with the inbox, sees none', (code) =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become(code);
      expect(await tx.selectFrom('referral_hold').select('id').execute()).toHaveLength(0);
    }),
  );

  it('a head of service sees it and does not decide it', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become('philippa-standfast');
      expect(await tx.selectFrom('referral_hold').select('id').execute()).toHaveLength(1);
      const held = await tx
        .updateTable('referral_hold')
        .set({ resolution: 'discarded' })
        .executeTakeFirst();
      expect(held.numUpdatedRows).toBe(0n);
    }));

  it('business support runs the inbox, and even they delete nothing', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become('annie-twelvetrees');
      expect(await tx.selectFrom('referral_hold').select('id').execute()).toHaveLength(1);
      await expect(tx.deleteFrom('referral_hold').execute()).rejects.toThrow(/permission denied/);
    }));
});

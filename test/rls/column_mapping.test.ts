import { describe, expect, it } from 'vitest';
import { sharedDatabase, trial } from '../support/database.ts';
import { makeList, outsiders } from '../support/referral-lists.ts';

const database = sharedDatabase();

describe('who cannot see or change how columns are read', () => {
  it.each(outsiders)('%s, who has nothing to do with the inbox, sees none', (code) =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become(code);
      expect(await tx.selectFrom('column_mapping').select('id').execute()).toHaveLength(0);
    }),
  );

  it('a head of service does not say what columns mean', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become('philippa-standfast');
      const changed = await tx
        .updateTable('column_mapping')
        .set({ mapping: '{"urn":"surname"}' })
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
    }));

  it('business support runs the inbox, and even they delete nothing', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become('annie-twelvetrees');
      expect(await tx.selectFrom('column_mapping').select('id').execute()).toHaveLength(1);
      await expect(tx.deleteFrom('column_mapping').execute()).rejects.toThrow(/permission denied/);
    }));
});

import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { makeList, outsiders } from '../support/referral-lists.ts';

const database = sharedDatabase();

describe('who cannot see or change a list', () => {
  it.each(outsiders)('%s, who has nothing to do with the inbox, sees none', (code) =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become(code);
      expect(await tx.selectFrom('referral_import').select('id').execute()).toHaveLength(0);
    }),
  );

  it('a head of service sees it, changes nothing of it and brings none in', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become('philippa-standfast');
      expect(await tx.selectFrom('referral_import').select('id').execute()).toHaveLength(1);
      const changed = await tx
        .updateTable('referral_import')
        .set({ file_name: 'another' })
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
      await expect(
        tx
          .insertInto('referral_import')
          .values({
            service_id: serviceId,
            id: newId(),
            file_name: 'x',
            file_hash: 'y',
            status: 'queued',
          })
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('business support runs the inbox, and even they delete nothing', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become('annie-twelvetrees');
      expect(await tx.selectFrom('referral_import').select('id').execute()).toHaveLength(1);
      await expect(tx.deleteFrom('referral_import').execute()).rejects.toThrow(/permission denied/);
    }));
});

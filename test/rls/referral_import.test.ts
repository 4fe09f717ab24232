import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { learnSizes } from '../../src/platform/db/learn-sizes.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { makeList, outsiders } from '../support/referral-lists.ts';

const database = sharedDatabase();

const rowsLeft = async (tx: Tx) =>
  (
    await tx
      .selectFrom('referral_import_row')
      .select('id')
      .where('verdict', '=', 'hold')
      .where('service_id', '=', serviceId)
      .execute()
  ).length;

describe('who cannot see or change a list', () => {
  it.each(outsiders)('%s, who has nothing to do with the inbox, sees none', (code) =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      await makeList(tx);
      await become(code);
      expect(await tx.selectFrom('referral_import').select('id').execute()).toHaveLength(0);
      expect(await tx.selectFrom('referral_import_row').select('id').execute()).toHaveLength(0);
      await tx.deleteFrom('referral_import_row').execute();
      await becomeOwner();
      expect(await rowsLeft(tx)).toBe(1);
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
      expect(await tx.selectFrom('referral_import_row').select('id').execute()).toHaveLength(1);
      await tx.deleteFrom('referral_import_row').execute();
      await tx.updateTable('referral_import_row').set({ verdict: 'create' }).execute();
      expect(await rowsLeft(tx)).toBe(1);
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

  it('a head of service does not have the tables looked at that a list fills', () =>
    trial(database(), async ({ tx, become }) => {
      await become('philippa-standfast');
      await expect(learnSizes(tx)).rejects.toThrow(/may not import a list/);
    }));

  it('a row of a child whose record is sealed is seen by nobody who is not on its list', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      const child_id = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await tx.updateTable('referral_import_row').set({ child_id }).execute();
      await become('annie-twelvetrees');
      expect(await tx.selectFrom('referral_import_row').select('id').execute()).toHaveLength(0);
    }));

  it('business support runs the inbox, and even they delete nothing', () =>
    trial(database(), async ({ tx, become }) => {
      await makeList(tx);
      await become('annie-twelvetrees');
      expect(await tx.selectFrom('referral_import').select('id').execute()).toHaveLength(1);
      await expect(tx.deleteFrom('referral_import').execute()).rejects.toThrow(/permission denied/);
    }));
});

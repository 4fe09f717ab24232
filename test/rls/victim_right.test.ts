import { expect, it } from 'vitest';
import { makeChild, relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { makeVictim } from '../support/partners.ts';
import { outsideTheVault, vaultTests } from '../support/vault.ts';

const database = sharedDatabase();

vaultTests(database, 'victim_right');

it.each(outsideTheVault)('%s cannot say that a right was met', (code) =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx);
    await relate(tx, child, code, 'co-worker');
    const id = await makeVictim(tx, child);
    await become(code);
    const result = await tx
      .updateTable('victim_right')
      .set({ done_on: '2026-10-09' })
      .where('victim_involvement_id', '=', id)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }),
);

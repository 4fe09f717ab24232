import { expect, it } from 'vitest';
import { makeChild, relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { makeVictim } from '../support/partners.ts';
import { outsideTheVault, vaultTests } from '../support/vault.ts';

const database = sharedDatabase();

vaultTests(database, 'victim');

it.each(outsideTheVault)('%s cannot change a victim’s words', (code) =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx);
    await relate(tx, child, code, 'co-worker');
    const id = await makeVictim(tx, child);
    await become(code);
    const result = await tx
      .updateTable('victim')
      .set({ wishes: 'Made up.' })
      .where('victim_involvement_id', '=', id)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }),
);

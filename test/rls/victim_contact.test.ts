import { expect, it } from 'vitest';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { makeVictim } from '../support/partners.ts';
import { vaultTests } from '../support/vault.ts';

const database = sharedDatabase();

vaultTests(database, 'victim_contact');

it('nobody changes a contact once it is logged', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx);
    await makeVictim(tx, child);
    await become('ursula-peaceful');
    await expect(
      tx.updateTable('victim_contact').set({ note: 'Changed.' }).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

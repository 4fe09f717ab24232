import { sql } from 'kysely';
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

it('nobody outside a sealed child’s list learns that a person harmed is known as a child too', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const known = await makeChild(tx, { forename: 'Kit' });
    for (const restricted of [false, true]) {
      const child = await makeChild(tx, { restricted });
      await makeVictim(tx, child, { knownChildId: known });
      await become('marguerite-oyelaran');
      const { rows } = await sql`select victim_lines_known(${child}::uuid)`.execute(tx);
      expect(rows).toHaveLength(restricted ? 0 : 1);
      await becomeOwner();
    }
  }));

import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, type Trial, testDatabase, trial } from '../support/database.ts';

const database = testDatabase();
const others = [
  'ama-lovelock',
  'quentin-larkin',
  'ursula-peaceful',
  'xanthe-goodenough',
  'cleo-abacus',
  'edith-fairlamp',
  'gwendolen-osei',
  'freddie-okafor-bright',
];
const tables = ['referral_import', 'referral_hold', 'column_mapping'] as const;

async function makeAll(tx: Trial['tx']): Promise<void> {
  const importId = newId();
  const made = { service_id: serviceId };
  await tx
    .insertInto('referral_import')
    .values({ ...made, id: importId, file_name: 'list.csv', file_hash: 'x', status: 'done' })
    .execute();
  await tx
    .insertInto('referral_hold')
    .values({
      ...made,
      id: newId(),
      import_id: importId,
      import_row: 4,
      fields: JSON.stringify({ surname: 'Invented' }),
      fingerprint: 'x',
      reasons: ['Forename is missing'],
    })
    .execute();
  await tx
    .insertInto('column_mapping')
    .values({ ...made, id: newId(), header_key: 'urn|surname', mapping: '{}' })
    .execute();
}
const counted = async (tx: Trial['tx'], table: (typeof tables)[number]) =>
  (await tx.selectFrom(table).select('id').execute()).length;

describe('lists name many children at once', () => {
  it.each(others)('%s sees no list, no held row and no mapping', (code) =>
    trial(database(), async ({ tx, become }) => {
      await makeAll(tx);
      await become(code);
      for (const table of tables) expect(await counted(tx, table)).toBe(0);
    }),
  );

  it('a head of service sees them and changes nothing', () =>
    trial(database(), async ({ tx, become }) => {
      await makeAll(tx);
      await become('philippa-standfast');
      for (const table of tables) {
        if (table === 'column_mapping') continue;
        expect(await counted(tx, table)).toBe(1);
      }
      const held = await tx
        .updateTable('referral_hold')
        .set({ resolution: 'discarded' })
        .executeTakeFirst();
      expect(held.numUpdatedRows).toBe(0n);
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

  it('business support runs them, and nobody deletes one', () =>
    trial(database(), async ({ tx, become }) => {
      await makeAll(tx);
      await become('annie-twelvetrees');
      for (const table of tables) expect(await counted(tx, table)).toBe(1);
      await expect(tx.deleteFrom('referral_hold').execute()).rejects.toThrow(/permission denied/);
    }));
});

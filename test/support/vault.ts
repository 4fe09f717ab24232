import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { makeChild, relate } from './children.ts';
import { trial } from './database.ts';
import { makeVictim } from './partners.ts';

/** Everyone but the victim worker, each of whom works with the child here and still has no way in. */
export const outsideTheVault = [
  'ama-lovelock',
  'marguerite-oyelaran',
  'philippa-standfast',
  'quentin-larkin',
  'rosamund-achebe',
  'tegan-bamford-ali',
  'viv-tolliver',
  'winston-appleby',
  'xanthe-goodenough',
  'annie-twelvetrees',
  'cleo-abacus',
  'desmond-plumb',
  'edith-fairlamp',
  'freddie-okafor-bright',
  'gwendolen-osei',
] as const;

type VaultTable = 'victim' | 'victim_right' | 'victim_contact';

/** Who cannot see one table of the victims' vault, whatever their work with the child. */
export function vaultTests(database: () => Database, table: VaultTable): void {
  describe(`who cannot see ${table}`, () => {
    it.each(outsideTheVault)('%s reads nothing of it, nor of its history', (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await makeChild(tx);
        await relate(tx, child, code, 'co-worker');
        await makeVictim(tx, child, { shared: 'A letter, please.' });
        await become(code);
        expect(await seen(tx, table, child)).toBe(0);
        const history = await tx
          .selectFrom('change_log')
          .select('id')
          .where('table_name', '=', table)
          .where('child_id', '=', child)
          .execute();
        expect(history).toEqual([]);
      }),
    );

    it('the victim worker reads it, but not of a sealed record', () =>
      trial(database(), async ({ tx, become, becomeOwner }) => {
        const child = await makeChild(tx);
        await makeVictim(tx, child);
        await become('ursula-peaceful');
        expect(await seen(tx, table, child)).toBe(1);
        await becomeOwner();
        const sealed = await makeChild(tx, { restricted: true });
        await makeVictim(tx, sealed);
        await become('ursula-peaceful');
        expect(await seen(tx, table, sealed)).toBe(0);
      }));
  });
}

const seen = async (tx: Tx, table: VaultTable, child: string) => {
  const { rows } = await sql`select id from ${sql.table(table)} where child_id = ${child}`.execute(
    tx,
  );
  return rows.length;
};

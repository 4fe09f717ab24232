import { describe, expect, it } from 'vitest';
import { makeChild, relate } from '../support/children.ts';
import { testDatabase, trial } from '../support/database.ts';
import { makeVictim } from '../support/partners.ts';

const database = testDatabase();
type Tx = Parameters<Parameters<typeof trial>[1]>[0]['tx'];

const seen = async (tx: Tx, childId: string) =>
  (await tx.selectFrom('victim_right').select('id').where('child_id', '=', childId).execute())
    .length;

const everyoneElse = [
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
];

describe('who cannot see what was done about a victim’s rights', () => {
  it.each(everyoneElse)('%s reads nothing of it, nor of its history', (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, code, 'co-worker');
      await makeVictim(tx, child, { shared: 'A letter, please.' });
      await become(code);
      expect(await seen(tx, child)).toBe(0);
      const history = await tx
        .selectFrom('change_log')
        .select('id')
        .where('table_name', '=', 'victim_right')
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
      expect(await seen(tx, child)).toBe(1);
      await becomeOwner();
      const sealed = await makeChild(tx, { restricted: true });
      await makeVictim(tx, sealed);
      await become('ursula-peaceful');
      expect(await seen(tx, sealed)).toBe(0);
    }));
});

it.each(everyoneElse)('%s cannot say that a right was met', (code) =>
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

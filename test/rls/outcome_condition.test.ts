import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { layPanel, outsiders } from '../support/panel-rows.ts';

const database = sharedDatabase();
const seen = (tx: Tx, id: string) =>
  tx.selectFrom('outcome_condition').select('id').where('id', '=', id).execute();
const kept = (tx: Tx, id: string) =>
  tx
    .updateTable('outcome_condition')
    .set({ standing: 'kept', standing_on: '2026-03-01' })
    .where('id', '=', id)
    .executeTakeFirst();

it.each(outsiders)('%s sees no condition of a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const { condition } = await layPanel(tx);
    await become(code);
    expect(await seen(tx, condition)).toEqual([]);
  }),
);

it('a sealed child’s conditions are hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const { condition } = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, condition)).toEqual([]);
    }
  }));

it('nobody deletes a condition', () =>
  trial(database(), async ({ tx, become }) => {
    const { condition } = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.deleteFrom('outcome_condition').where('id', '=', condition).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('neither police nor a worker of another child says whether a condition was kept', () =>
  trial(database(), async ({ tx, become }) => {
    const { childId, condition } = await layPanel(tx);
    await relate(tx, childId, 'quentin-larkin', 'partner');
    for (const code of ['quentin-larkin', 'ben-thackery']) {
      await become(code);
      expect((await kept(tx, condition)).numUpdatedRows).toBe(0n);
    }
  }));

import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const period = { period_from: '2026-01-01', period_to: '2026-03-31', definition: 'newer' };
const snapshot = async (tx: Tx, more: Record<string, unknown> = {}) => {
  const id = newId();
  await tx
    .insertInto('figure_snapshot')
    .values({
      ...{ service_id: serviceId, id, ...period, number: 1, frozen_by: staffId('cleo-abacus') },
      ...more,
    })
    .execute();
  return id;
};
const signed = {
  ...{ status: 'signed', answered_at: new Date(), answered_by: staffId('philippa-standfast') },
};
const add = (tx: Tx, snapshot_id: string) =>
  tx
    .insertInto('board_copy')
    .values({
      ...{ service_id: serviceId, id: newId(), snapshot_id, ...period, signed_on: '2026-04-20' },
      ...{ analyst_name: 'Invented', head_name: 'Invented', figures: '[]' },
    })
    .execute();
const seen = (tx: Tx) => tx.selectFrom('board_copy').select('id').execute();

describe('the board’s copy of figures', () => {
  it.each(['ama-lovelock', 'ursula-peaceful', 'quentin-larkin', 'freddie-okafor-bright'])(
    '%s reads none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await add(tx, await snapshot(tx, signed));
        await become(code);
        expect(await seen(tx)).toEqual([]);
      }),
  );

  it('a board member reads it, and neither the figures that it was made from nor any child', () =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, await snapshot(tx, signed));
      await become('gwendolen-osei');
      expect(await seen(tx)).toHaveLength(1);
      for (const table of ['figure_snapshot', 'frozen_figure', 'child'] as const)
        expect(await tx.selectFrom(table).select('id').execute(), table).toEqual([]);
    }));

  it.each(['gwendolen-osei', 'cleo-abacus', 'marguerite-oyelaran'])(
    '%s makes none and takes none away',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await snapshot(tx, signed);
        await add(tx, id);
        await become(code);
        const gone = await tx.deleteFrom('board_copy').executeTakeFirst();
        expect(gone.numDeletedRows).toBe(0n);
        await expect(add(tx, id)).rejects.toThrow(/row-level security/);
      }),
  );

  it('a head of service makes none of what is not signed', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await snapshot(tx);
      await become('philippa-standfast');
      await expect(add(tx, id)).rejects.toThrow(/row-level security/);
    }));

  it('nobody changes what the board was given', () =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, await snapshot(tx, signed));
      await become('philippa-standfast');
      await expect(tx.updateTable('board_copy').set({ words: 'Other' }).execute()).rejects.toThrow(
        /permission denied/,
      );
    }));
});

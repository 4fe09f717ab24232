import { expect, it } from 'vitest';
import { relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { layPanel, outsiders, seat } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders)('%s sees no panel item of a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become(code);
    expect(
      await tx.selectFrom('panel_item').select('id').where('id', '=', rows.item).execute(),
    ).toEqual([]);
  }),
);

it('a sealed child’s panel item is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(
        await tx.selectFrom('panel_item').select('id').where('id', '=', rows.item).execute(),
      ).toEqual([]);
    }
  }));

it('nobody deletes a panel item', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(tx.deleteFrom('panel_item').where('id', '=', rows.item).execute()).rejects.toThrow(
      /permission denied/,
    );
  }));

it('a member within the window sees the item but changes nothing of it', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId);
    await become('xanthe-goodenough');
    expect(
      await tx.selectFrom('panel_item').select('id').where('id', '=', rows.item).execute(),
    ).toHaveLength(1);
    const result = await tx
      .updateTable('panel_item')
      .set({ gravity: 5 })
      .where('id', '=', rows.item)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a case manager does not score a child they do not work with', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ben-thackery');
    const result = await tx
      .updateTable('panel_item')
      .set({ gravity: 1 })
      .where('id', '=', rows.item)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('police do not score the gravity by themselves', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await relate(tx, rows.childId, 'quentin-larkin', 'partner');
    await become('quentin-larkin');
    const result = await tx
      .updateTable('panel_item')
      .set({ gravity: 5 })
      .where('id', '=', rows.item)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a head of service marks an item decided and changes nothing else', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('philippa-standfast');
    await expect(
      tx
        .updateTable('panel_item')
        .set({ state: 'withdrawn' })
        .where('id', '=', rows.item)
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

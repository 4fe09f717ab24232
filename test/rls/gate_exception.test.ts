import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';
import { layPanel, outsiders } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders)('%s sees no gate exception of a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become(code);
    expect(
      await tx.selectFrom('gate_exception').select('id').where('id', '=', rows.exception).execute(),
    ).toEqual([]);
  }),
);

it('a sealed child’s gate exception is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(
        await tx
          .selectFrom('gate_exception')
          .select('id')
          .where('id', '=', rows.exception)
          .execute(),
      ).toEqual([]);
    }
  }));

it('nobody deletes a gate exception', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.deleteFrom('gate_exception').where('id', '=', rows.exception).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('nobody rewrites the reason of an exception', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    await expect(
      tx
        .updateTable('gate_exception')
        .set({ reason: 'Another, better reason' })
        .where('id', '=', rows.exception)
        .execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('whoever recorded an exception does not review it', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    const result = await tx
      .updateTable('gate_exception')
      .set({ reviewed_on: '2026-02-02', reviewed_by: staffId('ama-lovelock') })
      .where('id', '=', rows.exception)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a case manager does not pass a step for a child they do not work with', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ben-thackery');
    await expect(
      tx
        .insertInto('gate_exception')
        .values({
          ...rows.own,
          id: newId(),
          gate: 'panel',
          requirement: 'child-met',
          about_table: 'panel_item',
          about_id: rows.item,
          reason: 'No time to meet the child',
          recorded_on: '2026-02-01',
          created_by: staffId('ben-thackery'),
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

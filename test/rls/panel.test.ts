import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { layPanel, outsiders } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders.filter((code) => code !== 'xanthe-goodenough' && code !== 'quentin-larkin'))(
  '%s does not see a panel they are not asked to',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become(code);
      expect(
        await tx.selectFrom('panel').select('id').where('id', '=', rows.panel).execute(),
      ).toEqual([]);
    }),
);

it('a member sees the panel they are asked to', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('xanthe-goodenough');
    expect(
      await tx.selectFrom('panel').select('id').where('id', '=', rows.panel).execute(),
    ).toHaveLength(1);
  }));

it('a case manager does not move a panel or its window', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    const result = await tx
      .updateTable('panel')
      .set({ window_closes: new Date(Date.now() + 9e9) })
      .where('id', '=', rows.panel)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a member does not lengthen their own window', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('xanthe-goodenough');
    const result = await tx
      .updateTable('panel')
      .set({ window_closes: new Date(Date.now() + 9e9) })
      .where('id', '=', rows.panel)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a case manager does not set up a panel', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    await expect(
      tx
        .insertInto('panel')
        .values({
          service_id: serviceId,
          id: newId(),
          name: 'Mine',
          starts_at: rows.window.closes,
          place: 'Here',
          window_opens: rows.window.opens,
          window_closes: new Date(Date.now() + 9e9),
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

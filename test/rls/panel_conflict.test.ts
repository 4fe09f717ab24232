import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';
import { layPanel, seat } from '../support/panel-rows.ts';

const database = sharedDatabase();

const declare = (
  tx: Parameters<Parameters<typeof trial>[1]>[0]['tx'],
  rows: Awaited<ReturnType<typeof layPanel>>,
  code: string,
) =>
  tx
    .insertInto('panel_conflict')
    .values({
      ...rows.own,
      id: newId(),
      panel_item_id: rows.item,
      staff_id: staffId(code),
      interest: 'A neighbour',
      managed_by: 'Leaves the room',
    })
    .execute();

it('a member does not see another’s interest', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await declare(tx, rows, 'quentin-larkin');
    await become('xanthe-goodenough');
    expect(await tx.selectFrom('panel_conflict').select('id').execute()).toEqual([]);
    await become('ama-lovelock');
    expect(await tx.selectFrom('panel_conflict').select('id').execute()).toEqual([]);
  }));

it('a member does not declare an interest for another, to shut them out', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId);
    await become('xanthe-goodenough');
    await expect(declare(tx, rows, 'quentin-larkin')).rejects.toThrow(/row-level security/);
  }));

it('an interest once declared is not taken back', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await declare(tx, rows, 'xanthe-goodenough');
    await become('xanthe-goodenough');
    await expect(
      tx.updateTable('panel_conflict').set({ interest: 'None' }).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('whoever runs panels neither reads nor declares an interest in a sealed child whom they do not see', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    await declare(tx, rows, 'xanthe-goodenough');
    for (const code of ['marguerite-oyelaran', 'philippa-standfast', 'annie-twelvetrees']) {
      await become(code);
      expect(await tx.selectFrom('panel_conflict').select('id').execute(), code).toEqual([]);
    }
    await expect(declare(tx, rows, 'quentin-larkin')).rejects.toThrow(/row-level security/);
  }));

it('a member still reads the interest that they declared, though they no longer see the child', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    await declare(tx, rows, 'xanthe-goodenough');
    await become('xanthe-goodenough');
    expect(await tx.selectFrom('panel_conflict').selectAll().execute()).toHaveLength(1);
  }));

import { expect, it } from 'vitest';
import { relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { layPanel, outsiders } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders)('%s sees no police notice of a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become(code);
    expect(
      await tx.selectFrom('police_notice').select('id').where('id', '=', rows.notice).execute(),
    ).toEqual([]);
  }),
);

it('a sealed child’s police notice is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(
        await tx.selectFrom('police_notice').select('id').where('id', '=', rows.notice).execute(),
      ).toEqual([]);
    }
  }));

it('nobody deletes a police notice', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.deleteFrom('police_notice').where('id', '=', rows.notice).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('police do not write what they were told', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await relate(tx, rows.childId, 'quentin-larkin', 'partner');
    await become('quentin-larkin');
    const result = await tx
      .updateTable('police_notice')
      .set({ evidence: 'Kept' })
      .where('id', '=', rows.notice)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a case manager does not write a notice about a child they do not work with', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ben-thackery');
    const result = await tx
      .updateTable('police_notice')
      .set({ evidence: 'Kept' })
      .where('id', '=', rows.notice)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('business support does not write a notice', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('annie-twelvetrees');
    const result = await tx
      .updateTable('police_notice')
      .set({ evidence: 'Kept' })
      .where('id', '=', rows.notice)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a notice is not sent without its proof', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    await expect(
      tx
        .updateTable('police_notice')
        .set({ sent_on: '2026-03-03', sent_to: 'Sergeant Ode' })
        .where('id', '=', rows.notice)
        .execute(),
    ).rejects.toThrow(/check constraint/);
  }));

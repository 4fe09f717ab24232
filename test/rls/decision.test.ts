import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';
import { layPanel, outsiders } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders)('%s sees no decision of a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become(code);
    expect(
      await tx.selectFrom('decision').select('id').where('id', '=', rows.decision).execute(),
    ).toEqual([]);
  }),
);

it('a sealed child’s decision is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(
        await tx.selectFrom('decision').select('id').where('id', '=', rows.decision).execute(),
      ).toEqual([]);
    }
  }));

it('nobody deletes a decision', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.deleteFrom('decision').where('id', '=', rows.decision).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('nobody rewrites a decision', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx
        .updateTable('decision')
        .set({ rationale: 'Other reasons' })
        .where('id', '=', rows.decision)
        .execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('a case manager does not confirm or replace a decision', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    const result = await tx
      .updateTable('decision')
      .set({ status: 'replaced' })
      .where('id', '=', rows.decision)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a practice manager does not confirm in the police lead’s place', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx
        .updateTable('decision')
        .set({ confirmed_by: staffId('quentin-larkin'), confirmed_on: '2026-02-03' })
        .where('id', '=', rows.decision)
        .execute(),
    ).rejects.toThrow(/confirmed in their own name/);
  }));

it('the police lead does not confirm for a child they have no part in', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('quentin-larkin');
    const result = await tx
      .updateTable('decision')
      .set({ confirmed_by: staffId('quentin-larkin'), confirmed_on: '2026-02-03' })
      .where('id', '=', rows.decision)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a decision is not made in another’s name', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx
        .insertInto('decision')
        .values({
          ...rows.own,
          id: newId(),
          about_table: 'panel_item',
          about_id: rows.item,
          question: 'What?',
          information: 'None',
          rationale: 'None',
          decided_on: '2026-02-02',
          decided_by: staffId('philippa-standfast'),
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

it('a case manager does not make a decision', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    await expect(
      tx
        .insertInto('decision')
        .values({
          ...rows.own,
          id: newId(),
          about_table: 'panel_item',
          about_id: rows.item,
          question: 'What?',
          information: 'None',
          rationale: 'None',
          decided_on: '2026-02-02',
          decided_by: staffId('ama-lovelock'),
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { layPanel, outsiders } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders)('%s sees no escalation of a child they have no part in', (code) =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become(code);
    expect(
      await tx.selectFrom('escalation').select('id').where('id', '=', rows.escalation).execute(),
    ).toEqual([]);
  }),
);

it('a sealed child’s escalation is hidden from the service’s own staff', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(
        await tx.selectFrom('escalation').select('id').where('id', '=', rows.escalation).execute(),
      ).toEqual([]);
    }
  }));

it('nobody deletes a escalation', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.deleteFrom('escalation').where('id', '=', rows.escalation).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('a practice manager does not answer a disagreement', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    const result = await tx
      .updateTable('escalation')
      .set({
        result: 'upheld',
        resolved_on: '2026-02-04',
        resolved_by: staffId('marguerite-oyelaran'),
      })
      .where('id', '=', rows.escalation)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('whoever raised a disagreement does not answer it, even as head of service', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const rows = await layPanel(tx);
    await becomeOwner();
    await tx
      .updateTable('escalation')
      .set({ raised_by: staffId('philippa-standfast') })
      .where('id', '=', rows.escalation)
      .execute();
    await become('philippa-standfast');
    const result = await tx
      .updateTable('escalation')
      .set({
        result: 'upheld',
        resolved_on: '2026-02-04',
        resolved_by: staffId('philippa-standfast'),
      })
      .where('id', '=', rows.escalation)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a disagreement goes up one level at a time', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx
        .insertInto('escalation')
        .values({
          ...rows.own,
          id: newId(),
          decision_id: rows.decision,
          level: 3,
          grounds: 'Straight to the top',
          parties: 'Leads',
          raised_on: '2026-02-03',
          raised_by: staffId('marguerite-oyelaran'),
          due_on: '2026-02-17',
        })
        .execute(),
    ).rejects.toThrow(/one level at a time/);
  }));

it('a case manager does not raise one: they ask a manager', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    await expect(
      tx
        .insertInto('escalation')
        .values({
          ...rows.own,
          id: newId(),
          decision_id: rows.decision,
          level: 2,
          grounds: 'Too heavy',
          parties: 'Heads',
          raised_on: '2026-02-03',
          raised_by: staffId('ama-lovelock'),
          due_on: '2026-02-10',
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

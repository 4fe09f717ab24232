import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { layPanel, outsiders, seat } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders)('%s sees no disposal of a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become(code);
    expect(
      await tx.selectFrom('disposal').select('id').where('id', '=', rows.disposal).execute(),
    ).toEqual([]);
  }),
);

it('a sealed child’s disposal is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(
        await tx.selectFrom('disposal').select('id').where('id', '=', rows.disposal).execute(),
      ).toEqual([]);
    }
  }));

it('nobody deletes a disposal', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.deleteFrom('disposal').where('id', '=', rows.disposal).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('a case manager does not change the outcome of a child they do not work with', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ben-thackery');
    const result = await tx
      .updateTable('disposal')
      .set({ given_by: 'Nobody' })
      .where('id', '=', rows.disposal)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a panel member changes nothing of an outcome', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId);
    await become('xanthe-goodenough');
    const result = await tx
      .updateTable('disposal')
      .set({ given_by: 'Nobody' })
      .where('id', '=', rows.disposal)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('police say that it was given, and not how it ended', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await relate(tx, rows.childId, 'quentin-larkin', 'partner');
    await become('quentin-larkin');
    await expect(
      tx
        .updateTable('disposal')
        .set({ completion: 'completed', completed_on: '2026-03-03' })
        .where('id', '=', rows.disposal)
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

it('police do not change an outcome once it is given and its work has begun', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await relate(tx, rows.childId, 'quentin-larkin', 'partner');
    const work = newId();
    await tx
      .insertInto('involvement')
      .values({ ...rows.own, id: work, type: 'outcome-23', started_on: '2026-02-09' })
      .execute();
    await tx
      .updateTable('disposal')
      .set({ given_on: '2026-02-09', involvement_id: work })
      .where('id', '=', rows.disposal)
      .execute();
    await become('quentin-larkin');
    const result = await tx
      .updateTable('disposal')
      .set({ given_by: 'Somebody else' })
      .where('id', '=', rows.disposal)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('police do not begin work under an outcome that was not given', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await relate(tx, rows.childId, 'quentin-larkin', 'partner');
    await become('quentin-larkin');
    await expect(
      tx
        .insertInto('involvement')
        .values({
          ...rows.own,
          id: newId(),
          referral_id: rows.referral,
          type: 'outcome-23',
          started_on: '2026-02-09',
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

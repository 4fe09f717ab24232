import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { relate } from '../support/children.ts';
import { sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';
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

describe('a decision is confirmed', () => {
  const confirm = (
    { tx }: Trial,
    decision: string,
    code: string,
    status: 'made' | 'final' = 'final',
  ) =>
    tx
      .updateTable('decision')
      .set({ status, confirmed_by: staffId(code), confirmed_on: '2026-02-03' })
      .where('id', '=', decision)
      .executeTakeFirst();
  /** A panel's decision, and who works with the child. */
  const made = async ({ tx }: Trial) => {
    const rows = await layPanel(tx);
    for (const code of ['quentin-larkin', 'philippa-standfast', 'marguerite-oyelaran'])
      await relate(tx, rows.childId, code, 'partner');
    return rows;
  };
  const refused = async ({ tx }: Trial, attempt: () => Promise<unknown>, says: RegExp) => {
    await sql`savepoint attempt`.execute(tx);
    await expect(attempt()).rejects.toThrow(says);
    await sql`rollback to savepoint attempt`.execute(tx);
  };

  it('by the police lead who works with the child, in their own name and no other', () =>
    trial(database(), async (one) => {
      const { decision } = await made(one);
      await one.become('quentin-larkin');
      for (const code of ['marguerite-oyelaran', 'ben-thackery'])
        await refused(one, () => confirm(one, decision, code), /confirmed in their own name/);
      expect((await confirm(one, decision, 'quentin-larkin')).numUpdatedRows).toBe(1n);
    }));

  it('by no manager, though in their own name, and a confirmation is not taken back by one', () =>
    trial(database(), async (one) => {
      const { decision } = await made(one);
      for (const code of ['marguerite-oyelaran', 'philippa-standfast']) {
        await one.become(code);
        for (const status of ['made', 'final'] as const)
          await refused(
            one,
            () => confirm(one, decision, code, status),
            /confirmed in their own name/,
          );
      }
      await one.become('quentin-larkin');
      await confirm(one, decision, 'quentin-larkin');
      await one.become('marguerite-oyelaran');
      await refused(
        one,
        () =>
          one.tx
            .updateTable('decision')
            .set({ status: 'made', confirmed_by: null, confirmed_on: null })
            .where('id', '=', decision)
            .execute(),
        /confirmed in their own name/,
      );
    }));

  it('or it is not final; a manager may still replace it, and what the owner brings in keeps its names', () =>
    trial(database(), async (one) => {
      const { decision } = await made(one);
      const become = (status: string) =>
        one.tx.updateTable('decision').set({ status }).where('id', '=', decision).execute();
      await one.become('marguerite-oyelaran');
      await refused(one, () => become('final'), /final when whoever may confirm it/);
      await become('replaced');
      await one.becomeOwner();
      await sql`select set_config('app.staff', '', true)`.execute(one.tx);
      await become('final');
      expect((await confirm(one, decision, 'quentin-larkin')).numUpdatedRows).toBe(1n);
    }));

  it('where the rule of its kind asks for it: one that nobody confirms is confirmed by nobody', () =>
    trial(database(), async (one) => {
      const { decision } = await made(one);
      await sql`update decision_rule set confirm_permission = null where about_table = 'panel_item'`.execute(
        one.tx,
      );
      await one.become('quentin-larkin');
      await refused(
        one,
        () => confirm(one, decision, 'quentin-larkin'),
        /confirmed in their own name/,
      );
    }));
});

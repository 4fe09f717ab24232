import { describe, expect, it } from 'vitest';
import { makeChild, relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { makePlan } from '../support/work-rows.ts';

const database = sharedDatabase();
type Work = Parameters<typeof trial>[1];
const withPlan = (
  work: (
    given: Parameters<Work>[0] & { id: string } & Awaited<ReturnType<typeof makePlan>>,
  ) => Promise<void>,
  status: 'draft' | 'agreed' = 'draft',
) =>
  trial(database(), async (given) => {
    const id = await makeChild(given.tx, { worker: 'ama-lovelock' });
    await work({ ...given, id, ...(await makePlan(given.tx, id, status)) });
  });

describe('who cannot read a plan', () => {
  it.each(['quentin-larkin', 'winston-appleby', 'xanthe-goodenough', 'ursula-peaceful'])(
    '%s works with the child and does not read the plan',
    (code) =>
      withPlan(async ({ tx, become, id }) => {
        await relate(tx, id, code, 'partner');
        await become(code);
        expect(await tx.selectFrom('plan').select('id').execute()).toEqual([]);
      }),
  );

  it('a nurse who does not work with the child reads none', () =>
    withPlan(async ({ tx, become }) => {
      await become('rosamund-achebe');
      expect(await tx.selectFrom('plan').select('id').execute()).toEqual([]);
    }));
});

describe('who cannot change a plan', () => {
  it('a case manager who does not work with the child changes none of it', () =>
    withPlan(async ({ tx, become, planId }) => {
      await become('ben-thackery');
      const result = await tx
        .updateTable('plan')
        .set({ child_words: 'Fine by me' })
        .where('id', '=', planId)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
    }));

  it('a manager does not write in a live plan', () =>
    withPlan(async ({ tx, become, planId }) => {
      await become('marguerite-oyelaran');
      await expect(
        tx
          .updateTable('plan')
          .set({ child_words: 'Fine by me' })
          .where('id', '=', planId)
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a manager may end a plan and do nothing else to it', () =>
    withPlan(async ({ tx, become, planId }) => {
      await become('marguerite-oyelaran');
      await tx
        .updateTable('plan')
        .set({ status: 'ended', ended_on: '2026-06-01' })
        .where('id', '=', planId)
        .execute();
      await expect(
        tx.updateTable('plan').set({ status: 'draft' }).where('id', '=', planId).executeTakeFirst(),
      ).resolves.toMatchObject({ numUpdatedRows: 0n });
    }));

  it('nobody deletes a plan', () =>
    withPlan(async ({ tx, become, planId }) => {
      await become('ama-lovelock');
      await expect(tx.deleteFrom('plan').where('id', '=', planId).execute()).rejects.toThrow(
        /permission denied/,
      );
    }));

  it('a child has one live plan', () =>
    withPlan(async ({ tx, id }) => {
      await expect(makePlan(tx, id)).rejects.toThrow(/plan_one_live/);
    }));
});

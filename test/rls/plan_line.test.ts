import { describe, expect, it } from 'vitest';
import { makeChild } from '../support/children.ts';
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

describe('lines of a plan', () => {
  it('a nurse who does not work with the child reads none', () =>
    withPlan(async ({ tx, become }) => {
      await become('rosamund-achebe');
      expect(await tx.selectFrom('plan_line').select('id').execute()).toEqual([]);
    }));

  it('a victim worker reads the line about the victim, no other, and not the history of the others', () =>
    withPlan(async ({ tx, become, id, goalId, victimLineId }) => {
      await become('ursula-peaceful');
      const lines = await tx
        .selectFrom('plan_line')
        .select('id')
        .where('child_id', '=', id)
        .execute();
      expect(lines).toEqual([{ id: victimLineId }]);
      const history = await tx
        .selectFrom('change_log')
        .select('id')
        .where('row_id', '=', goalId)
        .execute();
      expect(history).toEqual([]);
    }));

  it.each(['ben-thackery', 'marguerite-oyelaran'])(
    '%s, who is not the worker, changes none',
    (code) =>
      withPlan(async ({ tx, become, goalId }) => {
        await become(code);
        const result = await tx
          .updateTable('plan_line')
          .set({ text: 'Other words' })
          .where('id', '=', goalId)
          .executeTakeFirst();
        expect(result.numUpdatedRows).toBe(0n);
      }),
  );

  it('the worker takes no line out of a plan that was agreed', () =>
    withPlan(async ({ tx, become, goalId }) => {
      await become('ama-lovelock');
      const result = await tx.deleteFrom('plan_line').where('id', '=', goalId).executeTakeFirst();
      expect(result.numDeletedRows).toBe(0n);
    }, 'agreed'));
});

import { describe, expect, it } from 'vitest';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { makeInvolvement } from '../support/work-rows.ts';

const database = sharedDatabase();
describe('involvements', () => {
  it('a nurse who does not work with the child sees none', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await makeInvolvement(tx, id);
      await become('rosamund-achebe');
      expect(await tx.selectFrom('involvement').select('id').execute()).toEqual([]);
    }));

  it('the head of service may end one and change nothing else of it', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, id);
      await become('philippa-standfast');
      await tx
        .updateTable('involvement')
        .set({ ended_on: '2026-06-01', end_reason: 'completed' })
        .where('id', '=', work)
        .execute();
      const again = await tx
        .updateTable('involvement')
        .set({ type: 'prevention' })
        .where('id', '=', work)
        .executeTakeFirst();
      expect(again.numUpdatedRows).toBe(0n);
    }));

  it('the head of service changes nothing of live work', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, id);
      await become('philippa-standfast');
      await expect(
        tx.updateTable('involvement').set({ type: 'prevention' }).where('id', '=', work).execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a case manager who does not work with the child ends nothing', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, id);
      await become('ben-thackery');
      const result = await tx
        .updateTable('involvement')
        .set({ ended_on: '2026-06-01', end_reason: 'completed' })
        .where('id', '=', work)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
    }));
});

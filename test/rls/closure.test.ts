import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { makeInvolvement } from '../support/work-rows.ts';

const database = sharedDatabase();
const approval = (code: string) => ({
  status: 'approved',
  approved_on: '2026-05-03',
  approved_by: staffId(code),
});

describe('closings', () => {
  it.each(['quentin-larkin', 'ursula-peaceful', 'xanthe-goodenough', 'annie-twelvetrees'])(
    '%s does not read the closing of a child they work with',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await makeChild(tx, { worker: 'ama-lovelock' });
        await relate(tx, id, code, 'partner');
        await makeInvolvement(tx, id, 'ama-lovelock');
        await become(code);
        expect(await tx.selectFrom('closure').select('id').execute()).toEqual([]);
      }),
  );

  it('a worker approves none, in their own name or a manager’s', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, id, 'ben-thackery');
      await become('ama-lovelock');
      await expect(
        tx
          .updateTable('closure')
          .set(approval('marguerite-oyelaran'))
          .where('involvement_id', '=', work)
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a worker asks for a closing, and for none that is approved already or has the day of it', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, id);
      await become('ama-lovelock');
      const ask = (other: Partial<ReturnType<typeof approval>>) =>
        tx
          .insertInto('closure')
          .values({
            service_id: serviceId,
            id: newId(),
            child_id: id,
            involvement_id: work,
            status: 'open',
            opened_on: '2026-05-01',
            ...other,
          })
          .execute();
      for (const each of [approval('ama-lovelock'), { approved_on: '2026-05-03' }]) {
        await sql`savepoint asking`.execute(tx);
        await expect(ask(each)).rejects.toThrow(/row-level security/);
        await sql`rollback to savepoint asking`.execute(tx);
      }
      await ask({});
    }));

  it('a manager does not approve what they sent themselves', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, id, 'marguerite-oyelaran');
      await become('marguerite-oyelaran');
      await expect(
        tx
          .updateTable('closure')
          .set(approval('marguerite-oyelaran'))
          .where('involvement_id', '=', work)
          .execute(),
      ).rejects.toThrow(/check constraint/);
    }));

  it('an approved closing is changed by nobody', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const work = await makeInvolvement(tx, id, 'ama-lovelock');
      await become('marguerite-oyelaran');
      await tx
        .updateTable('closure')
        .set(approval('marguerite-oyelaran'))
        .where('involvement_id', '=', work)
        .execute();
      await become('ama-lovelock');
      const result = await tx
        .updateTable('closure')
        .set({ summary: 'Other words' })
        .where('involvement_id', '=', work)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
    }));
});

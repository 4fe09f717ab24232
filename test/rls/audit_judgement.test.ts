import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const seen = async (tx: Tx) =>
  (await tx.selectFrom('audit_judgement').select('id').execute()).length;

async function judged(tx: Tx, readers: { first: string; second?: string }) {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, readers);
  await tx
    .insertInto('audit_judgement')
    .values(judgementRow(ids, child, readers.first))
    .execute();
  return { child, ids };
}

describe('who cannot see a judgement', () => {
  it('the second reader, before their own reading is finished, neither here nor in the history nor in a count', () =>
    trial(database(), async ({ tx, become }) => {
      const { child, ids } = await judged(tx, {
        first: 'philippa-standfast',
        second: 'nasir-hollyoak',
      });
      await tx
        .updateTable('audit_reading')
        .set({ strengths: 'Good', learning: 'Some', done_on: today })
        .where('id', '=', ids.first)
        .execute();
      const history = () =>
        tx
          .selectFrom('change_log')
          .select('id')
          .where('child_id', '=', child)
          .where('table_name', '=', 'audit_judgement')
          .execute();
      const counted = () =>
        sql`select 1 from audit_outcomes(array[${ids.audit}]::uuid[])`.execute(tx);
      await become('nasir-hollyoak');
      expect(await seen(tx)).toBe(0);
      expect(await history()).toEqual([]);
      expect((await counted()).rows).toEqual([]);
      await tx
        .updateTable('audit_reading')
        .set({ strengths: 'Good', learning: 'Some', done_on: today })
        .where('id', '=', ids.second)
        .execute();
      expect(await seen(tx)).toBe(1);
      expect(await history()).toHaveLength(1);
      expect((await counted()).rows).toHaveLength(1);
    }));

  it.each(['ama-lovelock', 'edith-fairlamp', 'quentin-larkin', 'gwendolen-osei'])(
    '%s sees none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await judged(tx, { first: 'nasir-hollyoak' });
        await become(code);
        expect(await seen(tx)).toBe(0);
      }),
  );
});

describe('who cannot judge', () => {
  it.each(['ama-lovelock', 'philippa-standfast', 'desmond-plumb'])(
    '%s, who is not the reader, not even in the reader’s name',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await makeChild(tx, { worker: 'ama-lovelock' });
        const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
        await become(code);
        for (const name of [code, 'nasir-hollyoak']) {
          await sql`savepoint before`.execute(tx);
          await expect(
            tx
              .insertInto('audit_judgement')
              .values(judgementRow(ids, child, name))
              .execute(),
          ).rejects.toThrow(/row-level/);
          await sql`rollback to savepoint before`.execute(tx);
        }
      }),
  );

  it('the reader, once the reading is finished', () =>
    trial(database(), async ({ tx, become }) => {
      const { ids } = await judged(tx, { first: 'nasir-hollyoak' });
      const change = async () =>
        (await tx.updateTable('audit_judgement').set({ answer: 'no' }).executeTakeFirst())
          .numUpdatedRows;
      await become('nasir-hollyoak');
      expect(await change()).toBe(1n);
      await tx
        .updateTable('audit_reading')
        .set({ strengths: 'Good', learning: 'Some', done_on: today })
        .where('id', '=', ids.first)
        .execute();
      expect(await change()).toBe(0n);
    }));

  it('an auditor whose sample has ended', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
      await becomeOwner();
      await sql`update relationship set ends_at = now() where kind = 'sample'`.execute(tx);
      await become('desmond-plumb');
      await expect(
        tx
          .insertInto('audit_judgement')
          .values(judgementRow(ids, child, 'desmond-plumb'))
          .execute(),
      ).rejects.toThrow(/row-level/);
    }));
});

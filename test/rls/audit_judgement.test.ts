import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild, relate } from '../support/children.ts';
import {
  serviceId,
  sharedDatabase,
  staffId,
  type Trial,
  trialOfDuties,
} from '../support/database.ts';

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
    trialOfDuties(database(), async ({ tx, become }) => {
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
      trialOfDuties(database(), async ({ tx, become }) => {
        await judged(tx, { first: 'nasir-hollyoak' });
        await become(code);
        expect(await seen(tx)).toBe(0);
      }),
  );
});

describe('what is closed until every reading of a case is finished', () => {
  const halfRead = async (tx: Tx) => {
    const { child, ids } = await judged(tx, {
      first: 'philippa-standfast',
      second: 'nasir-hollyoak',
    });
    await tx
      .updateTable('audit_reading')
      .set({ strengths: 'Good', learning: 'Some', done_on: today })
      .where('id', '=', ids.first)
      .execute();
    await tx
      .insertInto('action')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: child,
        about_table: 'audit_case',
        about_id: ids.case,
        what: 'Ring the school',
        owner_id: staffId('ama-lovelock'),
        owner_name: 'Ama Lovelock',
        agency: 'youth-justice',
        original_due: today,
        due_on: today,
      })
      .execute();
    return { child, ids };
  };
  const words = async (tx: Tx, id: string) =>
    (await sql`select strengths from reading_words(${id}::uuid)`.execute(tx)).rows;
  const actions = async (tx: Tx) => (await tx.selectFrom('action').select('id').execute()).length;
  const history = async (tx: Tx, child: string) =>
    (
      await tx
        .selectFrom('change_log')
        .select('id')
        .where('child_id', '=', child)
        .where('table_name', '=', 'action')
        .execute()
    ).length;

  it.each(['nasir-hollyoak', 'desmond-plumb', 'marguerite-oyelaran'])(
    '%s sees neither judgement nor words nor action before, and all of them after',
    (code) =>
      trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
        const { child, ids } = await halfRead(tx);
        const all = async () => [
          await seen(tx),
          (await words(tx, ids.first)).length,
          await actions(tx),
          await history(tx, child),
        ];
        await become(code);
        expect(await all()).toEqual([0, 0, 0, 0]);
        await becomeOwner();
        await tx
          .updateTable('audit_reading')
          .set({ strengths: 'Good', learning: 'Some', done_on: today })
          .where('id', '=', ids.second)
          .execute();
        await become(code);
        expect((await all()).slice(0, 2)).toEqual([1, 1]);
        await become('marguerite-oyelaran');
        expect(await all()).toEqual([1, 1, 1, 1]);
      }),
  );

  it('the reader sees their own judgement and words all the time', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const { ids } = await halfRead(tx);
      await become('philippa-standfast');
      expect(await seen(tx)).toBe(1);
      expect(await words(tx, ids.first)).toEqual([{ strengths: 'Good' }]);
    }));

  it('nobody reads words past that in the table itself', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await halfRead(tx);
      await become('nasir-hollyoak');
      await expect(tx.selectFrom('audit_reading').select('strengths').execute()).rejects.toThrow(
        /permission denied/,
      );
    }));
});

describe('who cannot judge', () => {
  it.each(['ama-lovelock', 'philippa-standfast', 'desmond-plumb'])(
    '%s, who is not the reader, not even in the reader’s name',
    (code) =>
      trialOfDuties(database(), async ({ tx, become }) => {
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
    trialOfDuties(database(), async ({ tx, become }) => {
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
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
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

  it('a reader who became tied to the case since it was given to them, nor do they finish it', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const { child, ids } = await judged(tx, { first: 'nasir-hollyoak' });
      await becomeOwner();
      await relate(tx, child, 'nasir-hollyoak', 'co-worker', new Date(Date.now() - 60_000));
      await become('nasir-hollyoak');
      const changed = await tx
        .updateTable('audit_judgement')
        .set({ answer: 'no' })
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
      const done = await tx
        .updateTable('audit_reading')
        .set({ strengths: 'Good', learning: 'Some', done_on: today })
        .where('id', '=', ids.first)
        .executeTakeFirst();
      expect(done.numUpdatedRows).toBe(0n);
      await expect(
        tx
          .insertInto('audit_judgement')
          .values({ ...judgementRow(ids, child, 'nasir-hollyoak'), key_question: '3.1.2' })
          .execute(),
      ).rejects.toThrow(/row-level/);
    }));
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const seen = async (tx: Tx) =>
  (await tx.selectFrom('audit_feedback').select('id').execute()).length;

async function shared(tx: Tx) {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
  const row = { service_id: serviceId, child_id: child };
  await tx
    .insertInto('audit_feedback')
    .values({
      ...row,
      id: newId(),
      audit_id: ids.audit,
      case_id: ids.case,
      worker_id: staffId('ama-lovelock'),
      audit_title: 'Assessing',
      framework_id: '2021',
      strengths: 'Good',
      learning: 'Some',
      judgements: '[]',
      shared_on: today,
    })
    .execute();
  const entry = newId();
  await tx
    .insertInto('oversight_entry')
    .values({ ...row, id: entry, kind: 'supervision', text: 'Words', entered_on: today })
    .execute();
  return { child, ids, entry };
}
const close = async (tx: Tx, entry: string, by: string) =>
  (
    await tx
      .updateTable('audit_feedback')
      .set({ discussed_on: today, discussed_by: staffId(by), entry_id: entry })
      .executeTakeFirst()
  ).numUpdatedRows;

describe('what an audit says about somebody’s work', () => {
  it.each(['ben-thackery', 'quentin-larkin', 'edith-fairlamp', 'gwendolen-osei', 'cleo-abacus'])(
    '%s does not see another’s',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await shared(tx);
        await become(code);
        expect(await seen(tx)).toBe(0);
      }),
  );

  it('the worker sees their own, and cannot mark it talked through', () =>
    trial(database(), async ({ tx, become }) => {
      const { entry } = await shared(tx);
      await become('ama-lovelock');
      expect(await seen(tx)).toBe(1);
      expect(await close(tx, entry, 'ama-lovelock')).toBe(0n);
    }));

  it('a manager marks it in their own name only', () =>
    trial(database(), async ({ tx, become }) => {
      const { entry } = await shared(tx);
      await become('marguerite-oyelaran');
      await sql`savepoint before`.execute(tx);
      await expect(close(tx, entry, 'nasir-hollyoak')).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint before`.execute(tx);
      expect(await close(tx, entry, 'marguerite-oyelaran')).toBe(1n);
    }));

  it('nobody writes it by hand or changes its words', () =>
    trial(database(), async ({ tx, become }) => {
      await shared(tx);
      await become('marguerite-oyelaran');
      await expect(
        tx.updateTable('audit_feedback').set({ learning: 'None' }).execute(),
      ).rejects.toThrow(/permission denied/);
    }));
});

describe('sharing it', () => {
  const share = async (tx: Tx, caseId: string) => {
    const { rows } = await sql<{ shared: boolean }>`
      select share_audit_feedback(${caseId}::uuid) as shared`.execute(tx);
    return rows[0]?.shared;
  };
  it('waits until every reading is finished and nothing differs, and is by those who read or run it', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, {
        first: 'nasir-hollyoak',
        second: 'philippa-standfast',
      });
      await tx
        .insertInto('audit_judgement')
        .values([
          judgementRow(ids, child, 'nasir-hollyoak'),
          { ...judgementRow(ids, child, 'philippa-standfast', 'second'), answer: 'no' },
        ])
        .execute();
      await become('marguerite-oyelaran');
      expect(await share(tx, ids.case)).toBe(false);
      await becomeOwner();
      await tx
        .updateTable('audit_reading')
        .set({ strengths: 'Good', learning: 'Some', done_on: today })
        .execute();
      await become('marguerite-oyelaran');
      expect(await share(tx, ids.case)).toBe(false);
      await becomeOwner();
      await tx.updateTable('audit_judgement').set({ answer: 'no' }).execute();
      for (const code of ['ama-lovelock', 'edith-fairlamp', 'quentin-larkin']) {
        await become(code);
        expect(await share(tx, ids.case), code).toBe(false);
      }
      await become('nasir-hollyoak');
      expect(await share(tx, ids.case)).toBe(true);
      await become('ama-lovelock');
      expect(await seen(tx)).toBe(1);
    }));
});

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const readers = { first: 'nasir-hollyoak', second: 'desmond-plumb' };

const agree = (
  tx: Tx,
  ids: Awaited<ReturnType<typeof layAudit>>,
  childId: string,
  question = '3.1.1',
) =>
  tx
    .insertInto('audit_moderation')
    .values({
      service_id: serviceId,
      id: newId(),
      audit_id: ids.audit,
      case_id: ids.case,
      child_id: childId,
      key_question: question,
      answer: 'no',
      reason: 'The school was not asked',
      moderated_on: today,
    })
    .execute();

/** A case that two people read: they differ on 3.1.1 and judge 3.1.2 alike. */
async function differing(tx: Tx, child: string) {
  const ids = await layAudit(tx, child, readers);
  for (const reading of ['first', 'second'] as const) {
    const row = judgementRow(ids, child, readers[reading], reading);
    const answer = reading === 'first' ? 'yes' : 'no';
    await tx
      .insertInto('audit_judgement')
      .values([
        { ...row, answer },
        { ...row, id: newId(), key_question: '3.1.2' },
      ])
      .execute();
  }
  const finish = () =>
    tx
      .updateTable('audit_reading')
      .set({ strengths: 'Good', learning: 'Some', done_on: today })
      .where('audit_id', '=', ids.audit)
      .execute();
  return { ids, finish };
}

it.each(['nasir-hollyoak', 'desmond-plumb', 'ama-lovelock', 'edith-fairlamp'])(
  '%s, who read the case or runs no audits, does not settle what readers differ on',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const { ids, finish } = await differing(tx, child);
      await finish();
      await become(code);
      await expect(agree(tx, ids, child)).rejects.toThrow(/row-level/);
    }),
);

it('a manager who read it neither time does, once both have judged', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const { ids, finish } = await differing(tx, child);
    await become('philippa-standfast');
    await sql`savepoint before`.execute(tx);
    await expect(agree(tx, ids, child)).rejects.toThrow(/row-level/);
    await sql`rollback to savepoint before`.execute(tx);
    await becomeOwner();
    await finish();
    await become('philippa-standfast');
    await agree(tx, ids, child);
    const seen = () => tx.selectFrom('audit_moderation').select('id').execute();
    expect(await seen()).toHaveLength(1);
    await become('ama-lovelock');
    expect(await seen()).toEqual([]);
  }));

it('nobody changes what both readers judged alike, nor what the worker was told', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const { ids, finish } = await differing(tx, child);
    await finish();
    await become('philippa-standfast');
    await sql`savepoint before`.execute(tx);
    await expect(agree(tx, ids, child, '3.1.2')).rejects.toThrow(/row-level/);
    await sql`rollback to savepoint before`.execute(tx);
    await agree(tx, ids, child);
    await sql`select share_audit_feedback(${ids.case}::uuid)`.execute(tx);
    const changed = await tx
      .updateTable('audit_moderation')
      .set({ answer: 'yes' })
      .where('case_id', '=', ids.case)
      .executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(0n);
  }));

it('nobody settles a case of a sealed record that is closed to them', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { restricted: true });
    const { ids, finish } = await differing(tx, child);
    await finish();
    await become('philippa-standfast');
    await expect(agree(tx, ids, child)).rejects.toThrow(/row-level/);
  }));

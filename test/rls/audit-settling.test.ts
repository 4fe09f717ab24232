import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const usual = { first: 'edith-fairlamp', second: 'desmond-plumb' };

/** A case of Ama's that two people read and judged differently. */
async function disputed(tx: Tx, readers = usual) {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, readers);
  for (const reading of ['first', 'second'] as const)
    await tx
      .insertInto('audit_judgement')
      .values({
        ...judgementRow(ids, child, readers[reading], reading),
        answer: reading === 'first' ? 'yes' : 'no',
      })
      .execute();
  await tx
    .updateTable('audit_reading')
    .set({ strengths: 'Good', learning: 'Some', done_on: today })
    .where('audit_id', '=', ids.audit)
    .execute();
  const settle = () =>
    tx
      .insertInto('audit_moderation')
      .values({
        service_id: serviceId,
        id: newId(),
        audit_id: ids.audit,
        case_id: ids.case,
        child_id: child,
        key_question: '3.1.1',
        answer: 'no',
        reason: 'The school was not asked',
        moderated_on: today,
      })
      .execute();
  const giveBack = async () => {
    const result = await tx
      .updateTable('audit_case')
      .set({ withdrawn_on: today, withdrawn_reason: 'Nobody is free to settle it' })
      .where('id', '=', ids.case)
      .executeTakeFirstOrThrow();
    return result.numUpdatedRows;
  };
  return { child, settle, giveBack };
}

it('a manager cannot settle what readers differ on about her own worker, nor where she oversaw; another can', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const { child, settle } = await disputed(tx);
    await tx
      .insertInto('oversight_entry')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: child,
        kind: 'supervision',
        text: 'Talked through',
        entered_on: today,
        created_by: staffId('nasir-hollyoak'),
      })
      .execute();
    for (const code of ['marguerite-oyelaran', 'nasir-hollyoak']) {
      await become(code);
      await sql`savepoint attempt`.execute(tx);
      await expect(settle(), code).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint attempt`.execute(tx);
      await becomeOwner();
    }
    await become('philippa-standfast');
    await settle();
  }));

it('a case that nobody is free to settle goes back, by a manager of its worker too; one that somebody may settle does not', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const open = await disputed(tx);
    const locked = await disputed(tx, { first: 'philippa-standfast', second: 'nasir-hollyoak' });
    for (const code of ['philippa-standfast', 'marguerite-oyelaran']) {
      await become(code);
      expect(await open.giveBack(), code).toBe(0n);
      await becomeOwner();
    }
    await become('marguerite-oyelaran');
    expect(await locked.giveBack()).toBe(1n);
  }));

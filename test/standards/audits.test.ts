import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties } from '../support/duties.ts';

const database = sharedDatabase();

const laid = async (tx: Tx) => {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, { first: 'nasir-hollyoak', second: 'desmond-plumb' });
  return { child, ids };
};
const open = async (tx: Tx) => {
  // Duties are kept at the end of the transaction.
  await sql`set constraints all immediate`.execute(tx);
  return (await tx.selectFrom('duty').select('standard').where('done_on', 'is', null).execute())
    .map(({ standard }) => standard)
    .filter((standard) => standard.startsWith('audit'));
};

it('a case that somebody is given to read is theirs until they have read it, and nobody else’s', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const { child, ids } = await laid(tx);
    expect(await duties(tx, 'audit_case_read', child)).toHaveLength(2);
    await sql`set constraints all immediate`.execute(tx);
    await become('nasir-hollyoak');
    const mine = await tx
      .selectFrom('duty')
      .select(['what', 'owner_id', 'subject_id'])
      .where('standard', '=', 'audit-reading')
      .where('owner_id', '=', staffId('nasir-hollyoak'))
      .execute();
    expect(mine).toEqual([
      {
        what: 'Read the case for the audit “Assessing”',
        owner_id: staffId('nasir-hollyoak'),
        subject_id: ids.first,
      },
    ]);
    await become('ama-lovelock');
    expect(await open(tx)).toEqual([]);
    await become('desmond-plumb');
    expect(await open(tx)).toContain('audit-reading');
  }));

it('a reading that is done is no longer owed, and one of an audit that was given up never was', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const { child, ids } = await laid(tx);
    await tx
      .updateTable('audit_reading')
      .set({ done_on: today, strengths: 'Good', learning: 'Some' })
      .where('id', '=', ids.first)
      .execute();
    expect((await duties(tx, 'audit_case_read', child)).map(({ done }) => done).sort()).toEqual([
      today,
      null,
    ]);
    await tx
      .updateTable('audit')
      .set({ status: 'cancelled', cancelled_reason: 'Nobody to read' })
      .where('id', '=', ids.audit)
      .execute();
    expect((await duties(tx, 'audit_case_read', child)).map(({ done }) => done)).toEqual([today]);
  }));

it('what an audit found is talked through with the worker by their own manager', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const { child, ids } = await laid(tx);
    await tx
      .insertInto('audit_feedback')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: child,
        audit_id: ids.audit,
        case_id: ids.case,
        worker_id: staffId('ama-lovelock'),
        audit_title: 'Assessing',
        framework_id: '2021',
        strengths: 'Good',
        learning: 'Some',
        judgements: '[]',
        shared_on: '2026-04-01',
      })
      .execute();
    expect(await duties(tx, 'audit_feedback_discussed', child)).toEqual([
      { due: '2026-04-29', done: null, stopped: null },
    ]);
    await sql`set constraints all immediate`.execute(tx);
    await become('marguerite-oyelaran');
    expect(
      await tx
        .selectFrom('duty')
        .select(['what', 'owner_id'])
        .where('standard', '=', 'audit-supervision')
        .execute(),
    ).toEqual([
      {
        what: 'Talk through with Ama Lovelock what an audit of this case found',
        owner_id: staffId('marguerite-oyelaran'),
      },
    ]);
  }));

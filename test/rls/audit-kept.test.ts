import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

/** What somebody tries, undone so that the trial can go on; the number of rows it changed. */
async function tried(tx: Tx, attempt: () => Promise<{ numUpdatedRows: bigint }>): Promise<number> {
  await sql`savepoint attempt`.execute(tx);
  const changed = await attempt().then(
    ({ numUpdatedRows }) => Number(numUpdatedRows),
    () => 0,
  );
  await sql`rollback to savepoint attempt`.execute(tx);
  return changed;
}

const audited = async (tx: Tx, second?: string) => {
  const child = await makeChild(tx, { worker: 'gus-merriman' });
  const ids = await layAudit(tx, child, {
    first: 'philippa-standfast',
    ...(second ? { second } : {}),
  });
  await tx
    .insertInto('audit_judgement')
    .values(judgementRow(ids, child, 'philippa-standfast'))
    .execute();
  return { child, ids };
};
const finish = (tx: Tx, id: string) =>
  tx
    .updateTable('audit_reading')
    .set({ strengths: 'Good', learning: 'Some', done_on: today })
    .where('id', '=', id)
    .execute();

describe('what was read stays', () => {
  it('a reading that has begun is not handed on, not even by its reader', () =>
    trial(database(), async ({ tx, become }) => {
      const { ids } = await audited(tx);
      await become('philippa-standfast');
      const handOn = () =>
        tx
          .updateTable('audit_reading')
          .set({ reader_id: staffId('nasir-hollyoak') })
          .where('id', '=', ids.first)
          .executeTakeFirst();
      expect(await tried(tx, handOn)).toBe(0);
    }));

  it('nobody finishes a reading on another day than the day itself', () =>
    trial(database(), async ({ tx, become }) => {
      const { ids } = await audited(tx);
      await become('philippa-standfast');
      const finishOn = (done_on: string) => () =>
        tx
          .updateTable('audit_reading')
          .set({ strengths: 'Good', learning: 'Some', done_on })
          .where('id', '=', ids.first)
          .executeTakeFirst();
      expect(await tried(tx, finishOn('2030-01-01'))).toBe(0);
      expect(await tried(tx, finishOn(today))).toBe(1);
    }));

  it('a case that somebody finished reading is not given back, and one that was given back stays so', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { ids } = await audited(tx);
      const withdraw = (withdrawn_on: string | null) => () =>
        tx
          .updateTable('audit_case')
          .set({ withdrawn_on, withdrawn_reason: withdrawn_on && 'Moved away' })
          .where('id', '=', ids.case)
          .executeTakeFirst();
      await become('philippa-standfast');
      expect(await tried(tx, withdraw(today))).toBe(1);
      await becomeOwner();
      await finish(tx, ids.first);
      await become('philippa-standfast');
      expect(await tried(tx, withdraw(today))).toBe(0);
      await becomeOwner();
      await withdraw(today)();
      await become('philippa-standfast');
      expect(await tried(tx, withdraw(null))).toBe(0);
    }));

  it('an audit does not finish with a case that nobody judged', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'gus-merriman' });
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      await finish(tx, ids.first);
      await become('philippa-standfast');
      const { rows } = await sql<{ open: number }>`
        select audit_open_cases(${ids.audit}::uuid) as open`.execute(tx);
      expect(rows).toEqual([{ open: 1 }]);
    }));

  it('a difference is settled anew by who settled it and by nobody else', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'gus-merriman' });
      const ids = await layAudit(tx, child, { first: 'desmond-plumb', second: 'nasir-hollyoak' });
      for (const [code, reading, answer] of [
        ['desmond-plumb', 'first', 'yes'],
        ['nasir-hollyoak', 'second', 'no'],
      ] as const) {
        const row = judgementRow(ids, child, code, reading);
        await tx
          .insertInto('audit_judgement')
          .values({ ...row, answer })
          .execute();
        await finish(tx, ids[reading]);
      }
      await become('philippa-standfast');
      await tx
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
          created_by: staffId('philippa-standfast'),
        })
        .execute();
      const again = () =>
        tx
          .updateTable('audit_moderation')
          .set({ answer: 'yes' })
          .where('case_id', '=', ids.case)
          .executeTakeFirst();
      expect(await tried(tx, again)).toBe(1);
      await becomeOwner();
      await tx
        .updateTable('audit_moderation')
        .set({ created_by: staffId('nasir-hollyoak') })
        .where('case_id', '=', ids.case)
        .execute();
      await become('philippa-standfast');
      expect(await tried(tx, again)).toBe(0);
    }));

  it('the history of a record merged into a case that is still being read is as closed as the case’s own', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const { child } = await audited(tx, 'nasir-hollyoak');
      const into = await makeChild(tx, { worker: 'gus-merriman' });
      await become('marguerite-oyelaran');
      await sql`select merge_children(${into}::uuid, ${child}::uuid, 'The same birth certificate')`.execute(
        tx,
      );
      await become('nasir-hollyoak');
      const seen = await tx
        .selectFrom('change_log')
        .select('id')
        .where('table_name', '=', 'audit_judgement')
        .where('child_id', '=', child)
        .execute();
      expect(seen).toEqual([]);
      await becomeOwner();
    }));
});

const decide = (tx: Tx, id: string, inspection: string) =>
  tx
    .insertInto('decision')
    .values({
      service_id: serviceId,
      id,
      child_id: null,
      about_table: 'inspection',
      about_id: inspection,
      question: 'Which rating?',
      information: 'The cases',
      rationale: 'Too few stand alone',
      outcome: 'Good',
      decided_on: today,
      decided_by: staffId('philippa-standfast'),
    })
    .execute();

describe('what a ratings panel decided', () => {
  it('is seen by those who hold the inspection, and not by everybody because it is about no child', () =>
    trial(database(), async ({ tx, become }) => {
      await decide(tx, newId(), newId());
      const seen = () =>
        tx.selectFrom('decision').select('id').where('child_id', 'is', null).execute();
      for (const code of ['ama-lovelock', 'ursula-peaceful', 'annie-twelvetrees']) {
        await become(code);
        expect(await seen(), code).toEqual([]);
      }
      await become('philippa-standfast');
      expect(await seen()).toHaveLength(1);
    }));

  it('is not changed once the inspection is published', () =>
    trial(database(), async ({ tx, become }) => {
      const [inspection, decision] = [newId(), newId()];
      await tx
        .insertInto('inspection')
        .values({
          service_id: serviceId,
          id: inspection,
          title: 'Invented',
          kind: 'mock',
          framework_id: '2021',
          inspection_type: 'full',
          lead_id: staffId('philippa-standfast'),
          fieldwork_from: today,
          fieldwork_to: today,
          cases_from: today,
          cases_to: today,
          state: 'published',
          published_on: today,
          case_figures: '{}',
        })
        .execute();
      await decide(tx, decision, inspection);
      for (const code of ['marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        for (const status of ['replaced', 'escalated', 'made'])
          expect(
            await tried(tx, () =>
              tx
                .updateTable('decision')
                .set({ status })
                .where('id', '=', decision)
                .executeTakeFirst(),
            ),
            `${code} ${status}`,
          ).toBe(0);
      }
    }));
});

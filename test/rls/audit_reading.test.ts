import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { layAudit, today } from '../support/audits.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import {
  serviceId,
  sharedDatabase,
  staffId,
  type Trial,
  trialOfDuties,
} from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
type Ids = Awaited<ReturnType<typeof layAudit>>;

const give = (tx: Tx, ids: Ids, childId: string, code: string) =>
  tx
    .insertInto('audit_reading')
    .values({
      service_id: serviceId,
      id: newId(),
      audit_id: ids.audit,
      case_id: ids.case,
      child_id: childId,
      reader_id: staffId(code),
      reading: 'second',
    })
    .execute();
const finish = async (tx: Tx, id: string) =>
  (
    await tx
      .updateTable('audit_reading')
      .set({ strengths: 'Good', learning: 'Some', done_on: today })
      .where('id', '=', id)
      .executeTakeFirst()
  ).numUpdatedRows;

const hand = async (tx: Tx, id: string, code: string) =>
  (
    await tx
      .updateTable('audit_reading')
      .set({ reader_id: staffId(code) })
      .where('id', '=', id)
      .executeTakeFirst()
  ).numUpdatedRows;

describe('who cannot be given a case to read', () => {
  it.each([
    ['ama-lovelock', 'whose case it is'],
    ['marguerite-oyelaran', 'who manages its worker'],
    ['rosamund-achebe', 'who works with the child, and is no reader'],
  ])('%s, %s', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, child, 'rosamund-achebe', 'partner');
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      await become('philippa-standfast');
      await expect(give(tx, ids, child, code)).rejects.toThrow(/row-level/);
    }),
  );

  it('a manager who wrote an entry in it or whose own case it was', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'gus-merriman' });
      await relate(tx, child, 'philippa-standfast', 'co-worker', new Date(Date.now() - 60_000));
      await tx
        .insertInto('oversight_entry')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: child,
          kind: 'note',
          text: 'Words',
          entered_on: today,
          created_by: staffId('marguerite-oyelaran'),
        })
        .execute();
      const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
      await become('nasir-hollyoak');
      for (const code of ['marguerite-oyelaran', 'philippa-standfast']) {
        await sql`savepoint before`.execute(tx);
        await expect(give(tx, ids, child, code), code).rejects.toThrow(/row-level/);
        await sql`rollback to savepoint before`.execute(tx);
      }
    }));

  it('an inspector, but in an audit of an inspection', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      const ofInspection = () =>
        tx.updateTable('audit').set({ kind: 'inspection' }).where('id', '=', ids.audit).execute();
      await become('philippa-standfast');
      await sql`savepoint before`.execute(tx);
      await expect(give(tx, ids, child, 'edith-fairlamp')).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint before`.execute(tx);
      await expect(hand(tx, ids.first, 'edith-fairlamp')).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint before`.execute(tx);
      await becomeOwner();
      await ofInspection();
      await become('philippa-standfast');
      await give(tx, ids, child, 'edith-fairlamp');
    }));

  it('somebody who was given it before, even if another reads it now', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, {
        first: 'philippa-standfast',
        second: 'nasir-hollyoak',
      });
      await become('nasir-hollyoak');
      expect(await hand(tx, ids.second, 'desmond-plumb')).toBe(1n);
      await expect(hand(tx, ids.second, 'nasir-hollyoak')).rejects.toThrow(/row-level/);
    }));

  it('anybody, once it is read: they could have seen what was judged', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      await becomeOwner();
      await finish(tx, ids.first);
      await become('philippa-standfast');
      await expect(give(tx, ids, child, 'desmond-plumb')).rejects.toThrow(/row-level/);
    }));

  it('whoever gives it, where they lead the audit and nobody else reads in it', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'gus-merriman' });
      const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
      await become('marguerite-oyelaran');
      await sql`savepoint before`.execute(tx);
      await expect(hand(tx, ids.first, 'marguerite-oyelaran')).rejects.toThrow(/only reader/);
      await sql`rollback to savepoint before`.execute(tx);
      await becomeOwner();
      await tx
        .updateTable('audit')
        .set({ lead_id: staffId('philippa-standfast') })
        .where('id', '=', ids.audit)
        .execute();
      await become('marguerite-oyelaran');
      expect(await hand(tx, ids.first, 'marguerite-oyelaran')).toBe(1n);
      await expect(
        tx
          .updateTable('audit')
          .set({ lead_id: staffId('marguerite-oyelaran') })
          .where('id', '=', ids.audit)
          .execute(),
      ).rejects.toThrow(/only reader/);
    }));

  it('nobody by a manager who is tied to the case: they change no reader and give no case back', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      const giveBack = async () =>
        (
          await tx
            .updateTable('audit_case')
            .set({ withdrawn_on: today, withdrawn_reason: 'Moved' })
            .where('id', '=', ids.case)
            .executeTakeFirst()
        ).numUpdatedRows;
      await become('marguerite-oyelaran');
      expect(await hand(tx, ids.first, 'desmond-plumb')).toBe(0n);
      expect(await giveBack()).toBe(0n);
      await become('philippa-standfast');
      expect(await hand(tx, ids.first, 'desmond-plumb')).toBe(1n);
      expect(await giveBack()).toBe(1n);
    }));

  it('nobody but those who run audits gives one', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, { first: 'edith-fairlamp' });
      await become('edith-fairlamp');
      await expect(give(tx, ids, child, 'nasir-hollyoak')).rejects.toThrow(/row-level/);
    }));
});

describe('who cannot finish a reading', () => {
  it('anyone but its reader, and its reader only once', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      for (const code of ['ama-lovelock', 'edith-fairlamp', 'quentin-larkin']) {
        await become(code);
        expect(await finish(tx, ids.first), code).toBe(0n);
      }
      await become('nasir-hollyoak');
      expect(await finish(tx, ids.first)).toBe(1n);
      expect(await finish(tx, ids.first)).toBe(0n);
    }));

  it('a manager may not write it for the reader', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      await become('philippa-standfast');
      await expect(finish(tx, ids.first)).rejects.toThrow(/row-level/);
    }));

  it('the worker whose case it is sees no reading', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await layAudit(tx, child, { first: 'nasir-hollyoak' });
      await become('ama-lovelock');
      expect(await tx.selectFrom('audit_reading').select('id').execute()).toEqual([]);
    }));
});

it('whoever gives a case to themselves is seen by the head of service, or by the auditor when it is the head', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const told = async () =>
      (await tx.selectFrom('access_notice').select(['kind', 'cases']).execute()).map(
        ({ kind, cases }) => [kind, cases],
      );
    const child = await makeChild(tx, { worker: 'gus-merriman' });
    const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
    await become('marguerite-oyelaran');
    await give(tx, ids, child, 'marguerite-oyelaran');
    expect(await told()).toEqual([]);
    await become('philippa-standfast');
    expect(await told()).toEqual([['own-sample', 1]]);
    expect(await hand(tx, ids.first, 'philippa-standfast')).toBe(1n);
    await finish(tx, ids.first);
    expect(await told()).toEqual([['own-sample', 1]]);
    await become('desmond-plumb');
    expect(await told()).toEqual([['own-sample', 1]]);
  }));

it('a case to read is due from its reader alone, who knows of it as long as the record is open to them', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const ids = await layAudit(tx, child, { first: 'edith-fairlamp', second: 'desmond-plumb' });
    const due = async (code: string) => {
      await become(code);
      const { rows } = await sql<{ subject_id: string }>`
        select subject_id from duty where link_kind = 'audit-reading' and child_id = ${child}`.execute(
        tx,
      );
      const read = await sql<{ first: boolean | null; second: boolean | null }>`
        select reads_subject('audit-reading', ${ids.first}) as first, reads_subject('audit-reading', ${ids.second}) as second`.execute(
        tx,
      );
      await becomeOwner();
      return [rows.map(({ subject_id }) => subject_id), read.rows[0]];
    };
    const [first, second] = [
      [[ids.first], { first: true, second: null }],
      [[ids.second], { first: null, second: true }],
    ];
    const none = [[], { first: null, second: null }];
    expect(await due('edith-fairlamp')).toEqual(first);
    expect(await due('desmond-plumb')).toEqual(second);
    // Whoever runs audits sees both readings, and neither is theirs to do.
    expect(await due('marguerite-oyelaran')).toEqual(none);
    await seal(tx, child);
    for (const code of ['edith-fairlamp', 'desmond-plumb', 'marguerite-oyelaran'])
      expect(await due(code), code).toEqual(none);
    await relate(tx, child, 'desmond-plumb', 'named-list');
    expect(await due('desmond-plumb')).toEqual(second);
  }));

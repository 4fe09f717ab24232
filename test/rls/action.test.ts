import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import {
  serviceId,
  sharedDatabase,
  staffId,
  type Trial,
  trialOfDuties,
} from '../support/database.ts';
import { makeInspection } from '../support/inspections.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

const add = (tx: Tx, childId: string | null, owner = 'ama-lovelock') =>
  tx
    .insertInto('action')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      about_table: 'oversight_entry',
      about_id: newId(),
      what: 'Ring the school',
      owner_id: staffId(owner),
      owner_name: owner,
      agency: 'yjs',
      original_due: '2026-03-09',
      due_on: '2026-03-09',
    })
    .execute();
const seen = async (tx: Tx, id: string) =>
  (await tx.selectFrom('action').select('id').where('child_id', '=', id).execute()).length;

describe('who cannot see an action', () => {
  it.each([
    'quentin-larkin',
    'winston-appleby',
    'xanthe-goodenough',
    'cleo-abacus',
    'annie-twelvetrees',
  ])('%s does not see what somebody else owes for a child', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, id, code, 'partner');
      await add(tx, id);
      await become(code);
      expect(await seen(tx, id)).toBe(0);
    }),
  );

  it('whoever owes it sees it, though their role reads no plan', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, id, 'quentin-larkin', 'partner');
      await add(tx, id, 'quentin-larkin');
      await become('quentin-larkin');
      expect(await seen(tx, id)).toBe(1);
    }));

  it('workers off the named list see no action of a sealed record', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await add(tx, id, 'marguerite-oyelaran');
      await become('ama-lovelock');
      expect(await seen(tx, id)).toBe(0);
    }));
});

describe('who cannot change one', () => {
  it.each(['quentin-larkin', 'annie-twelvetrees', 'edith-fairlamp'])('%s adds none', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, id, code, 'partner');
      await become(code);
      await expect(add(tx, id)).rejects.toThrow(/row-level/);
    }),
  );

  it('a worker who does not work with the child closes, changes or adds none; their manager does', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await add(tx, id);
      const close = async () =>
        (
          await tx
            .updateTable('action')
            .set({ done_on: '2026-03-05', evidence: 'Done' })
            .where('child_id', '=', id)
            .executeTakeFirst()
        ).numUpdatedRows;
      await become('gus-merriman');
      expect(await seen(tx, id)).toBe(1);
      expect(await close()).toBe(0n);
      await sql`savepoint trying`.execute(tx);
      await expect(add(tx, id)).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint trying`.execute(tx);
      await becomeOwner();
      await relate(tx, id, 'gus-merriman', 'co-worker');
      for (const code of ['gus-merriman', 'marguerite-oyelaran', 'ama-lovelock']) {
        await become(code);
        expect(await close(), code).toBe(1n);
      }
    }));

  it('a worker who owes one for a child they do not work with reports on it, and changes nothing else', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await add(tx, id, 'gus-merriman');
      await become('gus-merriman');
      await sql`update action set evidence = 'Rang', done_on = '2026-03-05' where child_id = ${id}`.execute(
        tx,
      );
      await expect(
        sql`update action set what = 'Nothing' where child_id = ${id}`.execute(tx),
      ).rejects.toThrow(/those who give actions/);
    }));

  it('whoever adds a recommendation’s action under a typed name, perhaps their own, does not say that it is done', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const about = newId();
      await sql`insert into inspection_recommendation (service_id, id, inspection_id, number, recommendation, addressees)
        values (${serviceId}, ${about}, ${await makeInspection(tx)}, 1, 'Ask', '{"Board"}')`.execute(
        tx,
      );
      await become('philippa-standfast');
      await sql`insert into action (service_id, id, about_table, about_id, what, owner_name, agency, original_due, due_on)
        values (${serviceId}, ${newId()}, 'inspection_recommendation', ${about}, 'Ask', 'Philippa Standfast', 'Council', '2026-03-09', '2026-03-09')`.execute(
        tx,
      );
      const finish = () =>
        sql`update action set done_on = '2026-03-08', evidence = 'Asked' where about_id = ${about}`.execute(
          tx,
        );
      await sql`savepoint trying`.execute(tx);
      await expect(finish()).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint trying`.execute(tx);
      await become('marguerite-oyelaran');
      expect((await finish()).numAffectedRows).toBe(1n);
    }));

  it('nobody changes the day first promised', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await add(tx, id);
      await become('marguerite-oyelaran');
      await expect(
        sql`update action set original_due = '2027-01-01' where child_id = ${id}`.execute(tx),
      ).rejects.toThrow(/permission denied/);
    }));

  it('an action is not done without evidence', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await add(tx, id);
      await become('ama-lovelock');
      await expect(
        sql`update action set done_on = '2026-03-05' where child_id = ${id}`.execute(tx),
      ).rejects.toThrow(/check constraint/);
    }));
});

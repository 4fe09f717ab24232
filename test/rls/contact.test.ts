import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

const contactOf = (childId: string, worker = 'ama-lovelock') => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  type: 'supervision',
  place: 'Office',
  held_at: '2026-03-02T15:00:00Z',
  status: 'recorded',
  attendance: 'attended',
  notes: 'Words',
  worker_id: staffId(worker),
});

const add = (tx: Tx, childId: string) =>
  tx.insertInto('contact').values(contactOf(childId)).execute();
const seen = async (tx: Tx, childId: string) =>
  (await tx.selectFrom('contact').select('id').where('child_id', '=', childId).execute()).length;

describe('who cannot see a contact', () => {
  it('nobody without claims', () =>
    trial(database(), async ({ tx }) => {
      const id = await makeChild(tx);
      await add(tx, id);
      await sql`select set_config('role', 'foothold_staff', true)`.execute(tx);
      expect(await seen(tx, id)).toBe(0);
    }));

  it.each(['quentin-larkin', 'ursula-peaceful', 'xanthe-goodenough', 'winston-appleby'])(
    '%s has no class that opens contacts, even of a child they work with',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await makeChild(tx, { worker: 'ama-lovelock' });
        await relate(tx, id, code, 'partner');
        await add(tx, id);
        await become(code);
        expect(await seen(tx, id)).toBe(0);
      }),
  );

  it.each(['rosamund-achebe', 'tegan-bamford-ali', 'viv-tolliver', 'desmond-plumb'])(
    '%s sees contacts only of children they work with',
    (code) =>
      trial(database(), async ({ tx, become, becomeOwner }) => {
        const id = await makeChild(tx, { worker: 'ama-lovelock' });
        await add(tx, id);
        await become(code);
        expect(await seen(tx, id)).toBe(0);
        await becomeOwner();
        await relate(tx, id, code, 'partner');
        await become(code);
        expect(await seen(tx, id)).toBe(1);
      }),
  );

  it('nobody off the named list sees the contacts of a sealed record', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await add(tx, id);
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees']) {
        await become(code);
        expect(await seen(tx, id), code).toBe(0);
      }
    }));
});

describe('who cannot write a contact', () => {
  const refused = async (work: Promise<unknown>) => expect(work).rejects.toThrow(/row-level/);

  it('a case manager records nothing on a colleague’s child', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ben-thackery');
      await refused(add(tx, id));
    }));

  it.each(['philippa-standfast', 'edith-fairlamp', 'desmond-plumb'])(
    '%s may read and records nothing',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await makeChild(tx, { worker: 'ama-lovelock' });
        await relate(tx, id, code, 'sample');
        await become(code);
        await refused(add(tx, id));
      }),
  );

  it('a colleague’s change to somebody else’s child touches no row', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await add(tx, id);
      await become('ben-thackery');
      const result = await tx
        .updateTable('contact')
        .set({ notes: 'Changed' })
        .where('child_id', '=', id)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
    }));

  it('no one moves a contact to another child, or deletes one', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      const other = await makeChild(tx, { worker: 'ama-lovelock' });
      await add(tx, id);
      await become('ama-lovelock');
      await sql`savepoint before`.execute(tx);
      await expect(
        sql`update contact set child_id = ${other} where child_id = ${id}`.execute(tx),
      ).rejects.toThrow(/permission denied/);
      await sql`rollback to savepoint before`.execute(tx);
      await expect(tx.deleteFrom('contact').where('child_id', '=', id).execute()).rejects.toThrow(
        /permission denied/,
      );
    }));
});
